import type { Json } from '../vocabulary/json.ts';
import { guardSource } from './guard-source.ts';

const LONGEST_LINE = 110;

/** The states of the compiled machine as a JavaScript object; `indent` is the depth at which it stands. */
export function statesSource(states: unknown, indent: number): string {
  return printed(states, indent, guardSource);
}

/** Plain data as a JavaScript literal. */
export function dataSource(value: Json, indent = 0): string {
  return printed(value, indent, (guard) => JSON.stringify(guard));
}

type Guards = (guard: unknown) => string | undefined;

/** What fits a line stands on one. */
function printed(value: unknown, indent: number, guards: Guards): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const parts = Array.isArray(value)
    ? value.map((item) => printed(item, indent + 1, guards))
    : Object.entries(value).flatMap(([key, item]) => property(key, item, indent + 1, guards));
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }'];
  const line =
    parts.length === 0 ? `${open}${close}`.replaceAll(' ', '') : `${open}${parts.join(', ')}${close}`;
  if (!line.includes('\n') && line.length + indent * 2 <= LONGEST_LINE) return line;
  const pad = '  '.repeat(indent + 1);
  return `${open.trim()}\n${parts.map((part) => `${pad}${part},\n`).join('')}${'  '.repeat(indent)}${close.trim()}`;
}

function property(key: string, item: unknown, indent: number, guards: Guards): readonly string[] {
  const name = /^[a-z_][a-zA-Z0-9_]*$/.test(key) ? key : JSON.stringify(key);
  if (key === 'guard')
    return [guards(item)].flatMap((text) => (text === undefined ? [] : [`${name}: ${text}`]));
  if (isMoment(key, item))
    return [
      `${name}: [${item.map(({ type, params }) => `${type}(${JSON.stringify(params.state)})`).join(', ')}]`,
    ];
  return isEmpty(key, item) ? [] : [`${name}: ${printed(item, indent, guards)}`];
}

type Moment = { readonly type: string; readonly params: { readonly state: string } };

/** Entering and leaving are told by every state: `enter("visit")` is shorter to read. */
function isMoment(key: string, item: unknown): item is readonly Moment[] {
  return (key === 'entry' || key === 'exit') && Array.isArray(item);
}

/** Handlers that name nothing are left out, so that the module can be read. */
function isEmpty(key: string, item: unknown): boolean {
  return ['on', 'after', 'always'].includes(key) && Object.keys(item as object).length === 0;
}
