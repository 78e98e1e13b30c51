import { Hono } from 'hono';
import type { Service } from '../access/who-asks.ts';
import { planMoveInput, startMoveInput } from '../commands/migration-inputs.ts';
import { changeVersionMove, type MoveAnswer, startVersionMove } from '../commands/start-version-move.ts';
import { listVersionMoves, readVersionMove } from '../queries/list-version-moves.ts';
import { planVersionMove } from '../queries/plan-version-move.ts';
import { type AppEnv, bodyOf, send, sendAnswer, signedIn, writeOf } from './http.ts';

/** All cases of a version on their way to another, for administrators. */
export function versionMoveRoutes(service: Service) {
  return new Hono<AppEnv>()
    .use(signedIn(service))
    .get('/', async (c) => send(c, await listVersionMoves(c.get('asked'))))
    .get('/:id', async (c) => send(c, await readVersionMove(c.get('asked'), c.req.param('id'))))
    .post('/plan', bodyOf(planMoveInput), async (c) =>
      send(c, await planVersionMove(c.get('asked'), c.req.valid('json'))),
    )
    .post('/', bodyOf(startMoveInput), async (c) => {
      const input = c.req.valid('json');
      const write = writeOf(c, 'version.move', input);
      return sendAnswer<MoveAnswer>(c, await startVersionMove(c.get('asked'), write, input));
    })
    .post('/:id/stop', async (c) => {
      const write = writeOf(c, 'version.stop_move', null);
      return sendAnswer<MoveAnswer>(
        c,
        await changeVersionMove(c.get('asked'), write, c.req.param('id'), 'stopped'),
      );
    })
    .post('/:id/resume', async (c) => {
      const write = writeOf(c, 'version.resume_move', null);
      return sendAnswer<MoveAnswer>(
        c,
        await changeVersionMove(c.get('asked'), write, c.req.param('id'), 'running'),
      );
    });
}
