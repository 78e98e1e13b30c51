import { createMiddleware } from 'hono/factory';
import type { Deps } from '../deps.ts';
import { RequestError } from '../errors.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

function isOwn(origin: string, host: string | undefined, allowed: readonly string[]): boolean {
  if (allowed.includes(origin)) return true;
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

/**
 * Writes come from our own pages: browsers say where from in `Origin` (or `Sec-Fetch-Site`), and another site is refused.
 * A program that is no browser sends neither. JSON bodies are not covered by the usual form checks, hence this one.
 */
export function refuseForeignOrigin(deps: Deps) {
  return createMiddleware(async (c, next) => {
    if (!READS.has(c.req.method)) {
      const origin = c.req.header('origin');
      const site = c.req.header('sec-fetch-site');
      const foreign =
        origin === undefined
          ? site !== undefined && site !== 'same-origin' && site !== 'none'
          : !isOwn(origin, c.req.header('host') ?? new URL(c.req.url).host, deps.origins ?? []);
      if (foreign) throw new RequestError('origin.foreign', 'Writes are taken from our own pages only.');
    }
    await next();
  });
}
