/** What every route shares: the signed-in request, checked bodies, the idempotency key, answers as they are. */
import type { Context, TypedResponse } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { validator } from 'hono/validator';
import * as z from 'zod';
import type { Asked, Service } from '../access/who-asks.ts';
import type { GivenAnswer, WriteRequest } from '../commands/run-once.ts';
import { RequestError } from '../errors.ts';
import { accountOfSession, SESSION_COOKIE } from '../sign-in/session.ts';

export type AppEnv = { Variables: { asked: Asked; session: string } };

/** Only for who is signed in: sets `asked`. */
export function signedIn(service: Service) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const found = await accountOfSession(service, getCookie(c, SESSION_COOKIE));
    if (!found) throw new RequestError('session.missing', 'Sign in first.');
    c.set('asked', { service, account: found.account });
    c.set('session', found.session.hash);
    await next();
  });
}

/** Rows of records inside facts inside a body are five levels; nothing honest nests like this. */
const DEEPEST_BODY = 32;

/** Level by level, without recursion: a body made to exhaust the stack is refused before anything walks it. */
function isTooDeep(value: unknown, deepest: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => ({ path: issue.path.join('/'), message: issue.message }));
  const fields = issues.map((issue) => issue.path || 'the body').join(', ');
  throw new RequestError('input.invalid', `Not as expected: ${fields}.`, { issues });
}

/** The JSON body, checked; `input.invalid` names the fields. */
export function bodyOf<S extends z.ZodType>(schema: S, deepest = DEEPEST_BODY) {
  return validator('json', (value): z.output<S> => {
    if (isTooDeep(value, deepest)) throw new RequestError('input.invalid', 'The body nests too deep.');
    return checked(schema, value);
  });
}

/** The query string, checked. Typed for the client as its input. */
export function queryOf<S extends z.ZodType>(schema: S) {
  return validator('query', (value): z.output<S> => checked(schema, value));
}

const keySchema = z.string().regex(/^[\x21-\x7e]{8,200}$/);

/** The write that a request asks for, with its idempotency key. */
export function writeOf(c: Context<AppEnv>, action: string, body: unknown): WriteRequest {
  const key = c.req.header('idempotency-key');
  const given = keySchema.safeParse(key);
  if (!given.success) {
    throw new RequestError(
      'key.missing',
      'Send an Idempotency-Key of 8 to 200 characters: the same when repeating, a new one for a new request.',
    );
  }
  return {
    account: c.get('asked').account,
    key: given.data,
    method: c.req.method,
    path: c.req.path,
    body,
    action,
  };
}

/**
 * Sends a value that is plain JSON by construction (views, answers), keeping its own type for the typed client: the
 * framework's computed JSON type is too deep for packs and machines.
 */
export function send<T, S extends ContentfulStatusCode = 200>(
  c: Context,
  body: T,
  status?: S,
): Response & TypedResponse<T, S, 'json'> {
  return c.json(body as never, status ?? 200) as never;
}

/** Sends the answer of a command; `T` is the body of its success. Refusals carry an `ErrorBody`. */
export function sendAnswer<T>(c: Context, answer: GivenAnswer): Response & TypedResponse<T, 200, 'json'> {
  if (answer.repeated) c.header('Idempotency-Repeated', 'true');
  return c.json(answer.body as never, answer.status) as never;
}
