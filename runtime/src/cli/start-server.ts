/** A running server: the HTTP side with its limits, and a shutdown that loses nothing and does not hang. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { App } from '../app.ts';
import type { Sweeper } from '../deadlines/sweeper.ts';
import type { Store } from '../store/store.ts';

const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 10_000;
/** How long requests under way may take to end when the server stops. */
const DRAIN_MS = 5_000;

export type RunningServer = {
  readonly address: string;
  /** Takes no more requests, lets those under way end, stops the sweeper, closes the store. Safe to call twice. */
  readonly stop: () => Promise<void>;
};

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server.address() as AddressInfo);
    });
  });
}

/** An open connection (a stream, a slow client) must not keep the server from closing: idle ones end at once, the rest after a while. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Listens on a port (0: any free one) and starts the sweeper. */
export async function startServer(options: {
  readonly app: App;
  readonly sweeper: Sweeper;
  readonly store: Store;
  readonly port: number;
  readonly host: string;
}): Promise<RunningServer> {
  const server = createAdaptorServer({
    fetch: options.app.fetch,
    createServer,
    serverOptions: { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: HEADERS_TIMEOUT_MS },
  }) as Server;
  const { port, family, address } = await listen(server, options.port, options.host);
  options.sweeper.start();
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    await closeServer(server);
    await options.sweeper.stop();
    await options.store.close();
  };
  const host = family === 'IPv6' ? `[${address}]` : address;
  return {
    address: `http://${host}:${port}`,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}
