import type { Line } from './document.ts';
import { fill, type Say } from './say.ts';

const LISTS: ReadonlySet<string> = new Set(['on', 'after', 'always', 'onDone']);

/** The place of a finding as readers of the document find it: reading number and name, without what `told` says already. */
export function placeRun(say: Say, path: string, told: string): Line {
  const [section = '', id = ''] = path.split('/');
  const state = section === 'machine' ? stateOf(path) : section === 'steps' ? id : undefined;
  const name = state === undefined ? nameOf(say, section, id) : say.state(state);
  const parts = [
    ...(state === undefined ? [] : [say.number(state)]),
    ...(told.includes(name) || name === id ? [] : [name]),
  ].filter((part) => part !== '');
  return parts.length === 0 ? [] : [{ text: fill(' ({place})', { place: parts.join(' ') }), italic: true }];
}

function nameOf({ pack, text, rule, fact, event, role, deadline }: Say, section: string, id: string): string {
  switch (section) {
    case 'rules':
      return rule(id);
    case 'facts':
    case 'parameters':
      return fact(id);
    case 'events':
      return event(id);
    case 'roles':
      return role(id);
    case 'deadlines':
      return deadline(id);
    case 'forms':
    case 'safeguards':
    case 'effects':
      return text(Object.hasOwn(pack[section], id) ? pack[section][id]?.label : undefined, id);
    default:
      return id;
  }
}

/** `machine/states/main/states/visit/on/x/0` lies in `visit`. */
function stateOf(path: string): string | undefined {
  const keys = path.split('/').slice(1);
  const end = keys.findIndex((key) => LISTS.has(key));
  return (end < 0 ? keys : keys.slice(0, end)).filter((_, index) => index % 2 === 1).at(-1);
}
