/** What the service answered instead of what was asked; `offline` when it did not answer at all. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: unknown;

  constructor(status: number, code: string, message: string, details?: unknown) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

type Answered<T> = { readonly ok: boolean; readonly status: number; json(): Promise<T> };

const isBody = (body: unknown): body is { error?: unknown; message?: unknown; details?: unknown } =>
  typeof body === 'object' && body !== null;

/** The body of a good answer; throws `ApiError` for any other. */
export async function answerOf<T>(asked: Promise<Answered<T>>): Promise<T> {
  let response: Answered<T>;
  try {
    response = await asked;
  } catch (cause) {
    throw new ApiError(0, 'offline', cause instanceof Error ? cause.message : 'offline');
  }
  if (response.ok) return response.json();
  const body: unknown = await response.json().catch(() => undefined);
  const said = isBody(body) ? body : {};
  throw new ApiError(
    response.status,
    typeof said.error === 'string' ? said.error : `http.${response.status}`,
    typeof said.message === 'string' ? said.message : `HTTP ${response.status}`,
    said.details,
  );
}
