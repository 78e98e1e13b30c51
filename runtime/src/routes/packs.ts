import { Hono } from 'hono';
import type { Service } from '../access/who-asks.ts';
import { listPacks } from '../queries/list-packs.ts';
import { readPack } from '../queries/read-pack.ts';
import { type AppEnv, send, signedIn } from './http.ts';

/** The procedures of this service. They hold nothing personal. */
export function packRoutes(service: Service) {
  return new Hono<AppEnv>()
    .use(signedIn(service))
    .get('/', (c) => send(c, listPacks(c.get('asked'))))
    .get('/:id', async (c) => send(c, await readPack(c.get('asked'), c.req.param('id'))));
}
