import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** The one table from closed codes to HTTP: every answer that is not a success carries one of these. */
export const HTTP_STATUS = {
  'input.invalid': 422,
  'input.unreadable': 400,
  'input.too_large': 413,
  'value.invalid': 422,
  'key.missing': 400,
  'key.reused': 422,
  'session.missing': 401,
  'session.refused': 401,
  'session.too_many': 429,
  'setup.done': 409,
  'setup.code': 403,
  'origin.foreign': 403,
  'access.refused': 403,
  'route.not_found': 404,
  'case.not_found': 404,
  'pack.not_found': 404,
  'pack.unsound': 409,
  'pack.not_effective': 409,
  'version.not_found': 404,
  'pack.sealed': 403,
  'pack.no_role': 403,
  'account.not_found': 404,
  'account.name_taken': 409,
  'account.unknown_role': 422,
  'account.not_assignable': 422,
  'account.last_administrator': 409,
  'proposal.not_found': 404,
  'proposal.same_person': 409,
  'proposal.settled': 409,
  'notice.not_found': 404,
  'migration.other_pack': 422,
  'migration.same_version': 409,
  'migration.none': 409,
  'move.not_found': 404,
  'move.under_way': 409,
  'move.done': 409,
  'draft.not_found': 404,
  'draft.unreadable': 422,
  'draft.invalid': 422,
  'draft.conflict': 409,
  'draft.pen_held': 409,
  'draft.in_review': 409,
  'draft.published': 409,
  'draft.closed': 409,
  'draft.comment_not_found': 404,
  'draft.not_in_review': 409,
  'draft.changed_since': 409,
  'draft.sector_not_asked': 422,
  'draft.sector_approved': 409,
  'draft.sector_not_approved': 409,
  'draft.other_sector': 403,
  'draft.not_approved': 409,
  'draft.same_person': 409,
  'draft.gate_shut': 409,
  'draft.version_taken': 409,
  'draft.no_newer_base': 409,
  'draft.base_missing': 409,
  'draft.conflicts_open': 409,
  'event.refused': 409,
  'event.disagreed': 409,
  'step.unknown': 422,
  'case.busy': 503,
  'store.stopped': 503,
  'server.stopping': 503,
  'server.failed': 500,
} as const satisfies Record<string, ContentfulStatusCode>;

export type ErrorCode = keyof typeof HTTP_STATUS;

/** The body of every answer that is not a success. `message` is plain English for logs; screens translate `error`. */
export type ErrorBody<D = unknown> = {
  readonly error: ErrorCode;
  readonly message: string;
  readonly details?: D;
};

/** A request that cannot be done, by a closed code. Nothing was recorded but its audit row. */
export class RequestError extends Error {
  readonly code: ErrorCode;
  readonly details: unknown;

  constructor(code: ErrorCode, message: string, details?: unknown) {
    super(message);
    this.name = 'RequestError';
    this.code = code;
    this.details = details;
  }
}

/** The answer's body for an error. */
export function errorBody(error: RequestError): ErrorBody {
  return {
    error: error.code,
    message: error.message,
    ...(error.details === undefined ? {} : { details: error.details }),
  };
}
