import { and, not, or, stateIn } from 'xstate';

/** A guard of the compiled machine: one of our two primitives, or XState's combinator, which carries what it combines. */
type HeldGuard =
  | { readonly type: string; readonly params: { readonly rule: string } }
  | { readonly check: unknown; readonly guards?: readonly unknown[]; readonly stateValue?: string };

/** XState's combinators are told apart by the check they carry, because a bundler may rename functions. */
const CHECKS = new Map<unknown, 'and' | 'or' | 'not' | 'in'>([
  [checkOf(and([])), 'and'],
  [checkOf(or([])), 'or'],
  [checkOf(not('x')), 'not'],
  [checkOf(stateIn('#x')), 'in'],
]);

/** Lists of states this long are the steps of other tracks: the module names them once. */
const LONG_LIST = 4;

/** The long lists of states among some JavaScript, each with the name under which it is told once. */
export function namedLists(source: string): readonly { readonly name: string; readonly list: string }[] {
  const found = source.match(/or\(\[stateIn\("#\w+"\)(?:, stateIn\("#\w+"\))*\]\)/g) ?? [];
  const long = [...new Set(found)].filter((list) => list.split('stateIn').length > LONG_LIST);
  return long.map((list, index) => ({
    name: index === 0 ? 'anotherTrackIsOpen' : `oneOfThese${index}`,
    list,
  }));
}

/** A guard of the compiled machine as JavaScript; undefined when it always holds. Throws for a guard that `compile` does not write. */
export function guardSource(guard: unknown): string | undefined {
  const source = sourceOf(guard);
  return source === 'and([])' ? undefined : source;
}

function sourceOf(guard: unknown): string {
  const held = guard as HeldGuard;
  if ('type' in held) return `${held.type}(${JSON.stringify(held.params.rule)})`;
  const kind = CHECKS.get(held.check);
  if (kind === 'in') return `stateIn(${JSON.stringify(held.stateValue)})`;
  const parts = (held.guards ?? []).map(sourceOf);
  if (kind === 'not') return negated(parts[0] ?? 'or([])');
  if (kind !== 'and' && kind !== 'or')
    throw new TypeError('A guard of the machine is none that compile writes.');
  const idle = kind === 'and' ? 'and([])' : 'or([])';
  const decisive = kind === 'and' ? 'or([])' : 'and([])';
  if (parts.includes(decisive)) return decisive;
  const telling = parts.filter((part) => part !== idle);
  return telling.length === 1 ? (telling[0] ?? idle) : `${kind}([${telling.join(', ')}])`;
}

function negated(source: string): string {
  if (source === 'or([])') return 'and([])';
  return /^not\((.*)\)$/.exec(source)?.[1] ?? `not(${source})`;
}

function checkOf(combinator: unknown): unknown {
  return (combinator as { readonly check: unknown }).check;
}
