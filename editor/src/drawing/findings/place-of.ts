const LISTS: ReadonlySet<string> = new Set(['on', 'after', 'always', 'onDone']);

/**
 * The element at which a finding is shown: `steps/visit/who` is at `steps/visit`, `machine/states/main/states/visit/on/x/0` at
 * `steps/visit`, `pack/title` at `pack`.
 */
export function placeOf(path: string): string {
  const [section = '', first = '', ...rest] = path.split('/');
  if (section === 'pack' || section === 'calendar') return section;
  if (section !== 'machine') return first === '' ? section : `${section}/${first}`;
  const keys = [first, ...rest];
  const end = keys.findIndex((key) => LISTS.has(key));
  const states = (end < 0 ? keys : keys.slice(0, end)).filter((_, index) => index % 2 === 1);
  const state = states.at(-1);
  return state === undefined ? 'machine' : `steps/${state}`;
}
