/** The application: HTTP over commands and queries. Nothing in it is global; everything it needs comes in `deps`. */
import { EngineError, type EngineErrorCode } from '@parcours/engine';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { Service } from './access/who-asks.ts';
import { keyedQueue } from './commands/keyed-queue.ts';
import { type Sweeper, sweeper } from './deadlines/sweeper.ts';
import type { Deps } from './deps.ts';
import { errorBody, HTTP_STATUS, RequestError } from './errors.ts';
import { pathwayCache } from './packs/pathway-cache.ts';
import { draftGates } from './proofs/draft-gates.ts';
import { proverInThreads } from './proofs/prover-in-threads.ts';
import { accountRoutes } from './routes/accounts.ts';
import { auditRefusals } from './routes/audit-refusals.ts';
import { caseRoutes } from './routes/cases.ts';
import { complaintRoutes } from './routes/complaints.ts';
import { deadlineRoutes } from './routes/deadlines.ts';
import { draftDecisionRoutes } from './routes/draft-decisions.ts';
import { draftRoutes } from './routes/drafts.ts';
import { healthRoutes } from './routes/health.ts';
import type { AppEnv } from './routes/http.ts';
import { leftCaseRoutes } from './routes/left-cases.ts';
import { noticeRoutes } from './routes/notices.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { packRoutes } from './routes/packs.ts';
import { refuseForeignOrigin } from './routes/refuse-foreign-origin.ts';
import { sessionRoutes } from './routes/session.ts';
import { setupRoutes } from './routes/setup.ts';
import { versionMoveRoutes } from './routes/version-moves.ts';
import { StoreFailure } from './store/store-error.ts';

/** A body of facts is a few kilobytes; nothing honest is near this. */
const LARGEST_BODY_BYTES = 512 * 1024;
/** A whole procedure in four languages is under a megabyte. */
const LARGEST_DRAFT_BYTES = 8 * 1024 * 1024;

/** Ways of calling the engine wrongly that come from what a request asked. */
const CALLER_ERRORS: ReadonlySet<string> = new Set<EngineErrorCode>([
  'command.invalid',
  'fact.unknown',
  'instant.invalid',
  'rule.unknown',
  'value.invalid',
]);

/** What an unexpected error becomes; its own words stay in the log. */
function requestError(error: unknown): RequestError {
  if (error instanceof RequestError) return error;
  if (error instanceof StoreFailure) {
    return new RequestError('store.stopped', 'The service cannot write now. Repeat later with the same key.');
  }
  if (error instanceof EngineError && CALLER_ERRORS.has(error.code)) {
    return new RequestError('input.invalid', error.message, { engine: error.code });
  }
  if (error instanceof HTTPException && error.status === 400) {
    return new RequestError('input.unreadable', 'The body is not JSON.');
  }
  return new RequestError('server.failed', 'This failed on our side. Repeat with the same key.');
}

/** Where it failed, without its words: they may hold what somebody wrote. */
function placesOf(error: Error): readonly string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6);
}

function apiRoutes(service: Service) {
  return new Hono<AppEnv>()
    .route('/setup', setupRoutes(service))
    .route('/session', sessionRoutes(service))
    .route('/accounts', accountRoutes(service))
    .route('/packs', packRoutes(service))
    .route('/drafts', draftRoutes(service))
    .route('/drafts', draftDecisionRoutes(service))
    .route('/cases', caseRoutes(service))
    .route('/left-cases', leftCaseRoutes(service))
    .route('/version-moves', versionMoveRoutes(service))
    .route('/deadlines', deadlineRoutes(service))
    .route('/notices', noticeRoutes(service))
    .route('/complaints', complaintRoutes(service))
    .route('/health', healthRoutes(service))
    .route('/openapi.json', openApiRoutes());
}

function routesOf(service: Service) {
  const app = new Hono<AppEnv>();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
      // Only over HTTPS does it mean anything; on a plain local address it would lock people out.
      strictTransportSecurity: service.secureCookies === true,
    }),
  );
  app.use('/api/*', async (c, next) => {
    c.header('Cache-Control', 'no-store');
    await next();
  });
  const limitOf = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: () => {
        throw new RequestError('input.too_large', `The body is larger than ${maxSize / 1024} KB.`);
      },
    });
  const [plain, drawn] = [limitOf(LARGEST_BODY_BYTES), limitOf(LARGEST_DRAFT_BYTES)];
  app.use('/api/*', (c, next) => (c.req.path.startsWith('/api/drafts') ? drawn(c, next) : plain(c, next)));
  // Procedures hold nothing personal and are long. Of a case not even the length of what is alike in it is told: it is sent as it is.
  for (const procedures of ['/api/packs/*', '/api/drafts/*']) app.use(procedures, compress());
  app.use('/api/*', refuseForeignOrigin(service));
  app.use('/api/*', auditRefusals(service));
  app.notFound((c) => {
    const unknown = new RequestError('route.not_found', 'There is no such address.');
    return c.json(errorBody(unknown), HTTP_STATUS[unknown.code]);
  });
  app.onError((error, c) => {
    const known = requestError(error);
    if (known.code === 'server.failed') {
      service.log.error({ error: error.name, at: placesOf(error) }, 'a request failed');
    }
    return c.json(errorBody(known), HTTP_STATUS[known.code]);
  });
  return app.route('/api', apiRoutes(service));
}

export type App = ReturnType<typeof routesOf>;

/** The application and what runs beside it. `sweeper` does nothing until it is started. */
export function createApp(deps: Deps): {
  readonly app: App;
  readonly sweeper: Sweeper;
  readonly service: Service;
} {
  let noteDue: (next: string) => void = () => undefined;
  const prover = deps.prover ?? proverInThreads();
  const service: Service = {
    ...deps,
    prover,
    gates: draftGates(prover),
    inTurn: keyedQueue(),
    pathways: pathwayCache(deps.packs, deps.store),
    noteDue: (next) => noteDue(next),
  };
  const clockwork = sweeper(service);
  noteDue = clockwork.noteDue;
  return { app: routesOf(service), sweeper: clockwork, service };
}
