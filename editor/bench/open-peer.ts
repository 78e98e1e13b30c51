import { join } from 'node:path';
import type { Page } from 'playwright';
import { build } from 'vite';

/** Any address will do: what is asked of it is answered here. */
const HOST = 'http://peer.invalid';

/** Builds the peer, as the editor is built, and opens it in a page. */
export async function openPeer(page: Page, nodes: number): Promise<void> {
  const built = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input: join(import.meta.dirname, 'peer.tsx') } },
  });
  const [one] = Array.isArray(built) ? built : [built];
  if (!one || !('output' in one)) throw new Error('The peer was not built.');
  const script = one.output.find((file) => file.type === 'chunk')?.code ?? '';
  const style = one.output.find((file) => file.fileName.endsWith('.css'));
  const css = style?.type === 'asset' ? String(style.source) : '';
  await page.route(`${HOST}/**`, (route) =>
    route.fulfill(
      route.request().url().endsWith('.js')
        ? { contentType: 'text/javascript', body: script }
        : {
            contentType: 'text/html',
            body: `<!doctype html><meta charset="utf-8"><style>body{margin:0}${css}</style><div id="root"></div><script type="module" src="/peer.js"></script>`,
          },
    ),
  );
  await page.goto(`${HOST}/?nodes=${nodes}`);
  await page.locator('.react-flow__node').first().waitFor();
}
