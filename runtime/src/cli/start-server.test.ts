import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { createApp } from '../app.ts';
import { testApp } from '../fixtures/test-app.ts';
import { startServer } from './start-server.ts';

const made = vi.hoisted(() => [] as { readonly requestTimeout: number; readonly headersTimeout: number }[]);

vi.mock(import('@hono/node-server'), async (original) => {
  const theirs = await original();
  const createAdaptorServer: typeof theirs.createAdaptorServer = (options) => {
    const server = theirs.createAdaptorServer(options);
    made.push(server as never);
    return server;
  };
  return { ...theirs, createAdaptorServer };
});

const started = async () => {
  const { deps } = testApp();
  const { app, sweeper } = createApp(deps);
  return startServer({ app, sweeper, store: deps.store, port: 0, host: '127.0.0.1' });
};

describe('traps of Hono and Node', () => {
  it('a slow client holds a server for ever: the headers and the whole request have their time', async () => {
    const { stop } = await started();
    const [server] = made.splice(0);
    expect(server?.headersTimeout).toBe(10_000);
    expect(server?.requestTimeout).toBe(30_000);
    await stop();
  });

  it('server.close() waits for connections that nobody uses: idle ones are ended at once', async () => {
    const { address, stop } = await started();
    const { hostname, port } = new URL(address);
    const idle = connect(Number(port), hostname);
    const told = new Promise<void>((resolve) => idle.once('data', () => resolve()));
    idle.write('GET /api/health HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n\r\n');
    await told;
    const ended = new Promise<void>((resolve) => idle.once('close', () => resolve()));
    await Promise.all([stop(), stop()]);
    await ended;
    await expect(fetch(`${address}/api/health`)).rejects.toThrow();
  });
});
