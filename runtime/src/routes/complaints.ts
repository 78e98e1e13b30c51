import { Hono } from 'hono';
import type { Service } from '../access/who-asks.ts';
import { type ComplaintAnswer, complaintInput, openComplaint } from '../commands/open-complaint.ts';
import { type AppEnv, bodyOf, sendAnswer, signedIn, writeOf } from './http.ts';

/** The complaint door: open to everybody who is signed in, from any step of any case. */
export function complaintRoutes(service: Service) {
  return new Hono<AppEnv>().use(signedIn(service)).post('/', bodyOf(complaintInput), async (c) => {
    const input = c.req.valid('json');
    const write = writeOf(c, 'complaint.open', input);
    return sendAnswer<ComplaintAnswer>(c, await openComplaint(c.get('asked'), write, input));
  });
}
