import { type machineNames, type Named, titleOf } from './machine-names.ts';
import { type Entry, entriesOf, isRaw, type Json, type MachineNotes, type Raw } from './machine-notes.ts';
import { machineVocabulary } from './machine-vocabulary.ts';

/** What our machines have no place for: it would be code, or belong to the application. */
export const CODE = ['entry', 'exit', 'actions', 'invoke', 'activities', 'output', 'onError'] as const;

/** The states of a machine as ours have them, their ways on, and the sections of a pack that these name. */
export function machineStates(notes: MachineNotes, { freeId, targetOf }: ReturnType<typeof machineNames>) {
  const { words, tell, leaveOut, text } = notes;
  const { sections, eventOf, deadlineOf, guardOf } = machineVocabulary(notes);
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
    if (isTrack)
      steps[id] = {
        kind: 'track',
        title: text(id === 'main' && named.key === 'main' ? words.main : title),
        order: place,
      };
    else if (!isLeaf) steps[id] = { kind: 'stage', title: text(title), order: place, basis: 'practice' };
    else {
      const ends = type === 'final' && parent.parent === undefined;
      if (type === 'final' && !ends) made['type'] = 'final';
      else steps[id] = { kind: ends ? 'end' : 'work', title: text(title), order: place, basis: 'practice' };
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
    const on = listed(named, raw['on'], (event) => {
      if (event !== '*' && event !== '' && !/^(?:xstate|done|error)\./.test(event)) return eventOf(event);
      tell('event', path, 'A procedure has no such event: it names what people report.', event);
      return undefined;
    });
    if (Object.keys(on).length > 0) made['on'] = on;
    const after = listed(named, raw['after'], deadlineOf);
    if (Object.keys(after).length > 0) made['after'] = after;
    for (const kind of ['always', 'onDone'] as const) {
      if (raw[kind] === undefined) continue;
      const ways = candidates(named, raw[kind]);
      if (ways.length > 0) made[kind] = ways;
    }
    return made;
  };

  /** `on` or `after`, each by the name it gets. */
  const listed = (named: Named, all: Json, nameOf: (key: string) => string | undefined): Entry => {
    const found: Entry = {};
    for (const [key, value] of entriesOf(all)) {
      const own = nameOf(key);
      const ways = own === undefined ? [] : candidates(named, value);
      if (own !== undefined && ways.length > 0) found[own] = ways;
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
