import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { App } from '../app.ts';

/** Serves the built editor beside the API: its files, and its page for every other address (it routes by itself). */
export function serveEditor(app: App, dist: string): boolean {
  const page = join(dist, 'index.html');
  if (!existsSync(page)) return false;
  const html = readFileSync(page, 'utf8');
  // The bundler names these by their content.
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable');
  });
  app.use('/*', serveStatic({ root: dist, index: 'none', precompressed: true }));
  app.get('/*', async (c, next) => {
    if (c.req.path.startsWith('/api/')) return next();
    c.header('Cache-Control', 'no-cache');
    return c.html(html);
  });
  return true;
}
