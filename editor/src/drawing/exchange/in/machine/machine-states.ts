import { type machineNames, type Named, notesOf, titleOf } from './machine-names.ts';
import { type Entry, isRaw, type Json, type MachineNotes, namesOf, type Raw } from './machine-notes.ts';
import { machineVocabulary } from './machine-vocabulary.ts';
import { awaitedWays, heardWays, invokedWays, ownWays, type Way } from './machine-ways.ts';

/** What our machines have no place for: it would be code, or belong to the application. */
export const CODE = ['entry', 'exit', 'actions', 'activities', 'output', 'data', 'onError', 'tags'] as const;

/** The states of a machine as ours have them, their ways on, and the sections of a pack that these name. */
export function machineStates(
  notes: MachineNotes,
  { freeId, targetOf }: ReturnType<typeof machineNames>,
  delays: Json,
) {
  const { words, tell, leaveOut, text } = notes;
  const { sections, eventOf, deadlineOf, guardOf } = machineVocabulary(notes, delays);
  const steps: Record<string, Entry> = {};

  const state = (named: Named, place: number): Entry => {
    const { raw, id, path, children, parent } = named;
    leaveOut(raw, CODE, path);
    const isTrack = parent === undefined;
    const isLeaf = children.length === 0;
    const type = raw['type'];
    const made: Entry = { id };
    if (type === 'history') {
      made['type'] = 'history';
      made['history'] = raw['history'] === 'deep' ? 'deep' : 'shallow';
      const target = targetOf(named, raw['target']);
      if (target) made['target'] = `#${target.id}`;
      return made;
    }
    const title = titleOf(named);
    const beside = notesOf(named);
    if (isTrack)
      steps[id] = {
        kind: 'track',
        title: text(id === 'main' && named.key === 'main' ? words.main : title),
        order: place,
      };
    else if (!isLeaf)
      steps[id] = {
        kind: 'stage',
        title: text(title),
        ...(beside !== '' && { purpose: text(beside) }),
        order: place,
        basis: 'practice',
      };
    else {
      const ends = type === 'final' && parent.parent === undefined;
      if (type === 'final' && !ends) made['type'] = 'final';
      steps[id] = {
        kind: ends ? 'end' : 'work',
        title: text(title),
        ...(beside !== '' && { how: text(beside) }),
        order: place,
        basis: 'practice',
      };
    }
    if (isTrack && isLeaf) {
      // A track stands on states: the machine was one state alone.
      const only = freeId(words.start, 'start');
      steps[only] = { kind: 'work', title: text(words.start), order: 1, basis: 'practice' };
      return { id, initial: only, states: { [only]: { id: only } } };
    }
    if (!isLeaf) {
      if (type === 'parallel') made['type'] = 'parallel';
      else made['initial'] = (children.find(({ key }) => key === raw['initial']) ?? children[0])?.id;
      made['states'] = Object.fromEntries(
        children.map((child, index) => [child.id, state(child, index + 1)]),
      );
    }
    const ended = invokedWays(raw, words);
    if (raw['invoke'] !== undefined)
      tell(
        'invoke',
        path,
        'What the machine had done by others is reported by a person.',
        namesOf(raw['invoke']),
      );
    const on = listed(named, [...heardWays(raw), ...ended], (event, label) => {
      if (label !== undefined) return eventOf(event, label);
      if (event !== '*' && !/^(?:xstate|done|error)\./.test(event)) return eventOf(event);
      tell('event', path, 'A procedure has no such event: it names what people report.', event);
      return undefined;
    });
    if (Object.keys(on).length > 0) made['on'] = on;
    const after = listed(named, awaitedWays(raw), deadlineOf);
    if (Object.keys(after).length > 0) made['after'] = after;
    for (const [kind, value] of [
      ['always', ownWays(raw)],
      ['onDone', raw['onDone']],
    ] as const) {
      const ways = value === undefined ? [] : candidates(named, value);
      if (ways.length > 0) made[kind] = ways;
    }
    return made;
  };

  /** `on` or `after`, each by the name it gets. */
  const listed = (
    named: Named,
    all: readonly Way[],
    nameOf: (key: string, label?: string) => string | undefined,
  ): Entry => {
    const found: { [name: string]: readonly Entry[] } = {};
    for (const { key, label, value } of all) {
      const own = value === undefined ? undefined : label === undefined ? nameOf(key) : nameOf(key, label);
      const ways = own === undefined ? [] : candidates(named, value);
      if (own !== undefined && ways.length > 0)
        found[own] = [...(Object.hasOwn(found, own) ? (found[own] ?? []) : []), ...ways].slice(0, 100);
    }
    return found;
  };

  const candidates = (named: Named, value: Json): readonly Entry[] =>
    (Array.isArray(value) ? value : [value]).slice(0, 100).flatMap((each: Json): readonly Entry[] => {
      const raw: Raw = typeof each === 'string' ? { target: each } : isRaw(each) ? each : {};
      leaveOut(raw, ['actions', 'in'], named.path);
      const wanted = Array.isArray(raw['target']) ? raw['target'][0] : raw['target'];
      const target = wanted === undefined ? undefined : targetOf(named, wanted);
      if (wanted !== undefined && !target) return [];
      const guard = guardOf(raw['guard'] ?? raw['cond'], named.path, 0);
      return [
        {
          ...(target && { target: `#${target.id}` }),
          ...(guard !== undefined && { guard }),
          ...(raw['reenter'] === true && named.parent !== undefined && { reenter: true }),
        },
      ];
    });

  return { state, sections: { steps, ...sections } };
}
