/** Differences of two machines as steps and ways: added, removed, moved to another stage, guarded otherwise. */
import type { Candidate, Machine, MachineState } from '../procedure/machine.ts';
import type { Pack } from '../procedure/pack.ts';
import type { Json } from '../vocabulary/json.ts';
import { isSame, keysOf, type Versions } from './diff-elements.ts';
import { type Difference, inEach, type ToldIn, type Words } from './difference.ts';
import { NAMES } from './named.ts';
import { arrow, cameOrWent, colon, FIELDS, PHRASES } from './phrases.ts';
import { guardWords } from './value-words.ts';

type Placed = { readonly node: MachineState; readonly parent: string };
/** Ways on by what sets them off: `on/visit_done`, `always`, `after/order_ends`, `onDone`. */
type Ways = Readonly<Record<string, readonly Candidate[]>>;

/** Every difference of two machines. */
export function diffMachine(versions: Versions): readonly Difference[] {
  const [before, after] = [versions.before.machine, versions.after.machine];
  const [old, now] = [statesOf(before), statesOf(after)];
  const states = keysOf(Object.fromEntries(old), Object.fromEntries(now)).flatMap((id) =>
    diffState(versions, id, old.get(id), now.get(id)),
  );
  if (before.id === after.id) return states;
  const words = inEach(
    (language) =>
      `${NAMES.pack(versions.after, '', language)}${colon(language)} ${before.id} ${arrow(language)} ${after.id}`,
  );
  return [
    tell('machine/id', before.id, { kind: 'changed', before: before.id, after: after.id, words }),
    ...states,
  ];
}

function statesOf(machine: Machine): ReadonlyMap<string, Placed> {
  const states = new Map<string, Placed>();
  const walk = (nodes: Readonly<Record<string, MachineState>>, parent: string): void => {
    for (const node of Object.values(nodes)) {
      states.set(node.id, { node, parent });
      walk(node.states ?? {}, node.id);
    }
  };
  walk(machine.states, '');
  return states;
}

function diffState(
  versions: Versions,
  id: string,
  before: Placed | undefined,
  after: Placed | undefined,
): readonly Difference[] {
  if (!before || !after) return stateCame(versions, id, before, after);
  const place = before.parent === after.parent ? [] : [moved(versions, id, before.parent, after.parent)];
  const fields = (['type', 'history', 'initial', 'target', 'tags'] as const).flatMap((field) => {
    const [old, now] = [asJson(before.node[field]), asJson(after.node[field])];
    return isSame(old, now) ? [] : [fieldChanged(versions, id, field, old, now)];
  });
  const [old, now] = [waysOf(before.node), waysOf(after.node)];
  const ways = keysOf(old, now).flatMap((trigger) =>
    diffWays(versions, id, trigger, old[trigger] ?? [], now[trigger] ?? []),
  );
  return [...place, ...fields, ...ways];
}

function stateCame(
  versions: Versions,
  id: string,
  before: Placed | undefined,
  after: Placed | undefined,
): readonly Difference[] {
  const here = after ?? before;
  if (!here) return [];
  const pack = after ? versions.after : versions.before;
  const { states: _, ...own } = here.node;
  const kind = after ? 'added' : 'removed';
  const words = inEach((language) => {
    const where =
      here.parent === '' ? '' : ` (${PHRASES.in[language]} ${NAMES.steps(pack, here.parent, language)})`;
    return `${NAMES.steps(pack, id, language)}${where}${colon(language)} ${cameOrWent(PHRASES.step[language], kind, language)}`;
  });
  return [
    tell(`machine/${id}`, id, { kind, ...(after ? { after: asJson(own) } : { before: asJson(own) }), words }),
  ];
}

function moved(versions: Versions, id: string, before: string, after: string): Difference {
  const words = inEach((language) => {
    const old = NAMES.steps(versions.before, before, language);
    const now = NAMES.steps(versions.after, after, language);
    return `${NAMES.steps(versions.after, id, language)}${colon(language)} ${PHRASES.moved[language]}, ${old} ${arrow(language)} ${now}`;
  });
  return tell(`machine/${id}/parent`, id, { kind: 'moved', before, after, words });
}

function fieldChanged(
  versions: Versions,
  id: string,
  field: string,
  before: Json | undefined,
  after: Json | undefined,
): Difference {
  const show = (pack: Pack, value: Json | undefined, language: ToldIn): string => {
    if (value === undefined) return PHRASES.nothing[language];
    if (Array.isArray(value)) return value.join(', ');
    return typeof value === 'string'
      ? NAMES.steps(pack, value.replace('#', ''), language)
      : JSON.stringify(value);
  };
  const words = inEach(
    (language) =>
      `${NAMES.steps(versions.after, id, language)}, ${FIELDS[field]?.[language] ?? field}${colon(language)} ` +
      `${show(versions.before, before, language)} ${arrow(language)} ${show(versions.after, after, language)}`,
  );
  return tell(`machine/${id}/${field}`, id, {
    kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    words,
  });
}

function waysOf({ on = {}, always, after = {}, onDone }: MachineState): Ways {
  return {
    ...Object.fromEntries(Object.entries(on).map(([event, list]) => [`on/${event}`, list])),
    ...Object.fromEntries(Object.entries(after).map(([deadline, list]) => [`after/${deadline}`, list])),
    ...(always && { always }),
    ...(onDone && { onDone }),
  };
}

/** Ways are told apart by where they lead; a second one there is told apart by its number. */
function named(list: readonly Candidate[]): ReadonlyMap<string, Candidate> {
  const ways = new Map<string, Candidate>();
  for (const candidate of list) {
    const name = candidate.target ?? 'stays';
    let key = name;
    for (let count = 2; ways.has(key); count += 1) key = `${name}~${count}`;
    ways.set(key, candidate);
  }
  return ways;
}

function diffWays(
  versions: Versions,
  id: string,
  trigger: string,
  before: readonly Candidate[],
  after: readonly Candidate[],
): readonly Difference[] {
  const [old, now] = [named(before), named(after)];
  const changes = keysOf(Object.fromEntries(old), Object.fromEntries(now)).flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    return isSame(asJson(was), asJson(is)) ? [] : [wayChanged(versions, { id, trigger, key }, was, is)];
  });
  const order = [
    [...old.keys()].filter((key) => now.has(key)),
    [...now.keys()].filter((key) => old.has(key)),
  ] as const;
  if (isSame(order[0], order[1])) return changes;
  const words = inEach((language) => {
    const show = (pack: Pack, keys: readonly string[]) =>
      keys.map((key) => whereTo(pack, key, language)).join(', ');
    const name = `${NAMES.steps(versions.after, id, language)}, ${triggerWords(versions.after, trigger, language)}`;
    return `${name}, ${PHRASES.order[language]}${colon(language)} ${show(versions.before, order[0])} ${arrow(language)} ${show(versions.after, order[1])}`;
  });
  const path = `machine/${id}/${trigger}`;
  return [...changes, tell(path, id, { kind: 'moved', before: order[0], after: order[1], words })];
}

type Way = { readonly id: string; readonly trigger: string; readonly key: string };

function wayChanged(
  versions: Versions,
  { id, trigger, key }: Way,
  before: Candidate | undefined,
  after: Candidate | undefined,
): Difference {
  const pack = after ? versions.after : versions.before;
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const words = inEach((language) => {
    const from = `${NAMES.steps(pack, id, language)}, ${triggerWords(pack, trigger, language)}`;
    const way = `${from}, ${PHRASES.way[language]} ${whereTo(pack, key, language)}`;
    if (kind !== 'changed')
      return `${way}${colon(language)} ${PHRASES[kind][language]}${guarded(pack, after ?? before, language)}`;
    return `${way}${colon(language)} ${guarded(versions.before, before, language).trim() || '-'} ${arrow(language)} ${guarded(versions.after, after, language).trim() || '-'}`;
  });
  return tell(`machine/${id}/${trigger}/${key}`, id, {
    kind,
    ...(before && { before: asJson(before) }),
    ...(after && { after: asJson(after) }),
    words,
  });
}

function guarded(pack: Pack, way: Candidate | undefined, language: ToldIn): string {
  const again = way?.reenter ? ' (reenter)' : '';
  if (way?.guard === undefined) return again;
  return ` ${PHRASES.if[language]} ${guardWords({ pack, language }, way.guard)}${again}`;
}

function whereTo(pack: Pack, key: string, language: ToldIn): string {
  const [target = ''] = key.split('~');
  if (target === 'stays') return PHRASES.stays[language];
  return `${PHRASES.to[language]} ${NAMES.steps(pack, target.replace('#', ''), language)}`;
}

function triggerWords(pack: Pack, trigger: string, language: ToldIn): string {
  const [kind = '', name = ''] = trigger.split('/');
  if (kind === 'on') return `${PHRASES.when[language]} « ${NAMES.events(pack, name, language)} »`;
  if (kind === 'after') return `${PHRASES.afterDeadline[language]} « ${labelOf(pack, name, language)} »`;
  return PHRASES[kind === 'always' ? 'atOnce' : 'whenDone'][language];
}

function labelOf({ deadlines }: Pack, id: string, language: ToldIn): string {
  const label = Object.hasOwn(deadlines, id) ? deadlines[id]?.label : undefined;
  return label?.[language] ?? Object.values(label ?? {})[0] ?? id;
}

function tell(
  path: string,
  id: string,
  told: Omit<Difference, 'path' | 'section' | 'id'> & { words: Words },
): Difference {
  return { path, section: 'machine', id, ...told };
}

/** Parsed parts of a machine are plain JSON. */
function asJson(value: unknown): Json {
  return value as Json;
}
