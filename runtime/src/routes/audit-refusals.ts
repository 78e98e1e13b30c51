import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Service } from '../access/who-asks.ts';
import { errorBody, HTTP_STATUS, RequestError } from '../errors.ts';
import { accountOfSession, SESSION_COOKIE } from '../sign-in/session.ts';
import type { AppEnv } from './http.ts';

/** Refusals of the gate, worth a row each: somebody tried. Sign-in writes its own. */
const AUDITED = new Set([
  'access.refused',
  'case.not_found',
  'origin.foreign',
  'proposal.same_person',
  'pack.no_role',
]);

/** Writes refused accesses to the audit before the answer leaves. */
export function auditRefusals(service: Service) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await next();
    const { error } = c;
    if (!(error instanceof RequestError) || !AUDITED.has(error.code)) return;
    const found = await accountOfSession(service, getCookie(c, SESSION_COOKIE));
    const [, , kind = '', subject = ''] = c.req.path.split('/');
    try {
      await service.store.commit([
        {
          kind: 'audit',
          note: {
            at: service.clock.now(),
            account: found?.account.id ?? 'nobody',
            action: `${c.req.method.toLowerCase()} ${kind}`.slice(0, 60),
            subject: subject.slice(0, 64),
            outcome: 'refused',
            code: error.code,
          },
        },
      ]);
    } catch {
      // Without its row the refusal does not leave either: it becomes the store's failure.
      const stopped = new RequestError('store.stopped', 'The service cannot write now. Repeat later.');
      c.res = c.json(errorBody(stopped), HTTP_STATUS[stopped.code]);
    }
  });
}
