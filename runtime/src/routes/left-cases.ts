import { Hono } from 'hono';
import type { Service } from '../access/who-asks.ts';
import { type HandOverAnswer, handOverCase, handOverInput } from '../commands/hand-over-case.ts';
import { listLeftCases } from '../queries/list-left-cases.ts';
import { type AppEnv, bodyOf, send, sendAnswer, signedIn, writeOf } from './http.ts';

/** Cases that nobody carries any more, for administrators. */
export function leftCaseRoutes(service: Service) {
  return new Hono<AppEnv>()
    .use(signedIn(service))
    .get('/', async (c) => send(c, await listLeftCases(c.get('asked'))))
    .post('/:id/hand-over', bodyOf(handOverInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'case.hand_over', input);
      return sendAnswer<HandOverAnswer>(
        c,
        await handOverCase(c.get('asked'), write, c.req.param('id'), input),
      );
    });
}
