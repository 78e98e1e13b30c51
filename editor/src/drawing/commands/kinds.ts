import type { Command } from '../log/command.ts';
import { findState } from '../log/find-state.ts';
import { nameOf } from './elements.ts';

type StepKind = 'work' | 'wait' | 'end';

/** What kind a step is: work for somebody, waiting for somebody else, or an end. Choices and idle steps are made by their own acts. */
export const setKind: Command<{ readonly id: string; readonly kind: StepKind }> = {
  id: 'set_kind',
  can: (pack, { id, kind }) => {
    const entry = pack.steps[id];
    if (!entry) return { why: 'gone', names: { id } };
    if (!['work', 'wait', 'end'].includes(entry.kind)) return { why: 'only_a_step' };
    const state = findState(pack.machine, id)?.state;
    if (kind === 'end' && (state?.after || state?.always)) return { why: 'end_has_ways' };
    return undefined;
  },
  run: (pack, { id, kind }) => {
    const entry = pack.steps[id];
    if (entry && entry.kind !== 'stage' && entry.kind !== 'track') entry.kind = kind;
    return { places: [`steps/${id}`] };
  },
  names: (pack, { id }) => ({ name: nameOf(pack, 'steps', id) }),
};

/** Marks a step as a measure about the child (entered only by what somebody reports), or takes the mark away. */
export const setMeasure: Command<{ readonly id: string; readonly measure: boolean }> = {
  id: 'set_measure',
  can: (pack, { id }) => (findState(pack.machine, id) ? undefined : { why: 'gone', names: { id } }),
  run: (pack, { id, measure }) => {
    const state = findState(pack.machine, id)?.state;
    if (!state) return { places: [`steps/${id}`] };
    const kept = (state.tags ?? []).filter((tag) => tag !== 'measure');
    const tags = measure ? [...kept, 'measure'] : kept;
    if (tags.length === 0) delete state.tags;
    else if (tags.length !== state.tags?.length) state.tags = tags;
    return { places: [`steps/${id}`] };
  },
  names: (pack, { id }) => ({ name: nameOf(pack, 'steps', id) }),
};
