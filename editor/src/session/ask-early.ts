/** What was asked of the service before there was anybody to ask for it, by path. */
const asked = new Map<string, Promise<Response>>();

/** Asks for `path` now; the first who fetches it takes the answer. Undefined when nothing, or a refusal, came of it. */
export async function askEarly(path: string): Promise<Response | undefined> {
  const coming = fetch(path, { credentials: 'same-origin' }).then(readOnce);
  asked.set(path, coming);
  const answer = await coming.catch(() => undefined);
  return answer?.ok ? answer : undefined;
}

/** Fetches as the page does, but takes, once, what was asked early. What did not come is asked for again. */
export async function fetchEarly(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const path = pathOf(input);
  const coming = (init.method ?? 'GET') === 'GET' ? asked.get(path) : undefined;
  asked.delete(path);
  const answer = await coming?.catch(() => undefined);
  return answer ?? fetch(input, init);
}

/** An answer whose contents several may ask for: they are read once, and are the same for all. */
function readOnce(answer: Response): Response {
  const read = answer.json.bind(answer);
  let contents: Promise<unknown> | undefined;
  answer.json = () => {
    contents ??= read();
    return contents;
  };
  return answer;
}

function pathOf(input: string | URL | Request): string {
  const { pathname, search } = new URL(input instanceof Request ? input.url : input, location.origin);
  return `${pathname}${search}`;
}
