import { Hono } from 'hono';
import type { Service } from '../access/who-asks.ts';
import { diffVersionsInput } from '../commands/decide-inputs.ts';
import { listPacks } from '../queries/list-packs.ts';
import { diffVersions, listVersions } from '../queries/list-versions.ts';
import { readPack } from '../queries/read-pack.ts';
import { type AppEnv, queryOf, send, signedIn } from './http.ts';

/** The procedures of this service. They hold nothing personal. */
export function packRoutes(service: Service) {
  return new Hono<AppEnv>()
    .use(signedIn(service))
    .get('/', (c) => send(c, listPacks(c.get('asked'))))
    .get('/:id/versions', async (c) => send(c, await listVersions(c.get('asked'), c.req.param('id'))))
    .get('/:id/versions/:hash/diff', queryOf(diffVersionsInput), async (c) => {
      const { id, hash } = c.req.param();
      return send(c, await diffVersions(c.get('asked'), id, hash, c.req.valid('query').against));
    })
    .get('/:id', async (c) => send(c, await readPack(c.get('asked'), c.req.param('id'))));
}
