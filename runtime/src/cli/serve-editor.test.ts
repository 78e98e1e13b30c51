import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { testApp } from '../fixtures/test-app.ts';
import { serveEditor } from './serve-editor.ts';

const root = mkdtempSync(join(tmpdir(), 'parcours-editor-'));
const dist = join(root, 'dist');
mkdirSync(join(dist, 'assets'), { recursive: true });
writeFileSync(join(dist, 'index.html'), '<html>the page</html>');
writeFileSync(join(dist, 'assets', 'app-1.js'), 'export {};');
writeFileSync(join(dist, 'assets', 'app-1.js.gz'), gzipSync('export {};'));
writeFileSync(join(root, 'secret.txt'), 'a secret');
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the built editor', () => {
  const { app } = createApp(testApp().deps);
  const served = serveEditor(app, dist);

  it('is served with its files, and its page for every other address', async () => {
    expect(served).toBe(true);
    const script = await app.request('/assets/app-1.js');
    expect(await script.text()).toBe('export {};');
    expect(script.headers.get('cache-control')).toContain('immutable');
    for (const path of ['/', '/cases/x', '/nothing.here']) {
      const page = await app.request(path);
      expect(await page.text()).toBe('<html>the page</html>');
      expect(page.headers.get('cache-control')).toBe('no-cache');
      expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    }
  });

  it('is sent compressed to who reads that, as the same file for all caches', async () => {
    const asked = { headers: { 'accept-encoding': 'gzip, deflate' } };
    const script = await app.request('/assets/app-1.js', asked);
    expect(script.headers.get('content-encoding')).toBe('gzip');
    expect(script.headers.get('content-type')).toContain('javascript');
    expect(script.headers.get('vary')).toContain('Accept-Encoding');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(gunzipSync(await script.arrayBuffer()).toString()).toBe('export {};');
    expect((await app.request('/assets/app-1.js')).headers.get('content-encoding')).toBeNull();
  });

  it('never hides the API: an unknown address there is 404 in JSON', async () => {
    const reply = await app.request('/api/nothing');
    expect(reply.status).toBe(404);
    expect(await reply.json()).toMatchObject({ error: 'route.not_found' });
    expect((await app.request('/api/health')).status).toBe(200);
  });

  it('serves nothing outside its folder', async () => {
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/../../secret.txt',
    ]) {
      expect(await (await app.request(path)).text()).not.toContain('a secret');
    }
  });

  it('is told to be missing when it is not built', () => {
    expect(serveEditor(createApp(testApp().deps).app, join(root, 'nothing'))).toBe(false);
  });
});
