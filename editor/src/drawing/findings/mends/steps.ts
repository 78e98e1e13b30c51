import type { Pack, Text } from '@parcours/engine';
import { placedStates, targetId } from '../../../pack/states.ts';
import { rolesOf, stepDefinition } from '../../../pack/step-of-pack.ts';
import { idFor, nameOf } from '../../commands/elements.ts';
import { readingOrder } from '../../commands/reading-order.ts';
import { leadsTo, waysOf } from '../../commands/way.ts';
import { wordsOf } from '../../commands/ways.ts';
import { findState } from '../../log/find-state.ts';
import { newId } from '../../log/new-id.ts';
import {
  DONE,
  inLanguagesOf,
  isMeasure,
  type Mend,
  type Mender,
  MOST_CHOICES,
  named,
  restsBeside,
  stepsBeside,
} from './mend.ts';

/** Functions that act, those of the steps nearby first. */
export function likelyRoles(pack: Pack, step: string): readonly string[] {
  const reports = (id: string) => {
    const role = pack.roles[id];
    return role !== undefined && (role.reports ?? (role.sector !== 'family' && role.sector !== 'child'));
  };
  const near = stepsBeside(pack, step).flatMap((id) => rolesOf(stepDefinition(pack, id)?.who));
  return [...new Set([...near, ...Object.keys(pack.roles)])].filter(reports).slice(0, MOST_CHOICES);
}

export const nameRole: Mender = (pack, finding) => {
  const step = named(finding, 'step');
  return likelyRoles(pack, step).map(
    (role): Mend => ({
      label: 'whoDoes',
      names: { role: nameOf(pack, 'roles', role) },
      acts: [{ command: 'set_field', args: { section: 'steps', id: step, path: ['who'], value: [role] } }],
    }),
  );
};

/** Earlier steps offered to go back to. */
const MOST_BACK = 2;

/** Seven days, proposed: the committee sets its own. */
const PROPOSED = 'P7D';

/** What the format says of a deadline that says no more. */
const AS_A_RULE = { calendar: 'elapsed', from: 'entry', met: 'leaving', ends: 'any' } as const;

/** A deadline of the step's own, proposed without legal basis. */
export function giveDeadline(pack: Pack, step: string): Mend {
  const label = nameOf(pack, 'steps', step);
  const id = idFor(pack, 'deadlines', `${wordsOf(label)} deadline`);
  const known = pack.steps[step]?.deadlines ?? [];
  return {
    label: 'giveDeadline',
    acts: [
      {
        command: 'add_element',
        args: {
          section: 'deadlines',
          id,
          value: { label, within: PROPOSED, ...AS_A_RULE, basis: 'practice' },
        },
      },
      {
        command: 'set_field',
        args: { section: 'steps', id: step, path: ['deadlines'], value: [...known, id] },
      },
    ],
  };
}

export const addDeadline: Mender = (pack, finding) => [giveDeadline(pack, named(finding, 'step'))];

const wayTo = (pack: Pack, from: string, to: string): Mend => ({
  label: 'leadTo',
  names: { from: nameOf(pack, 'steps', from), to: nameOf(pack, 'steps', to) },
  acts: [{ command: 'connect', args: { from, to, event: { label: inLanguagesOf(pack, DONE) } } }],
});

/** What is reported when a case goes back, until the committee finds its own words. */
const AGAIN: Text = {
  fr: 'Il faut y revenir',
  en: 'It must be taken up again',
  es: 'Hay que volver a ello',
  ar: 'يجب الرجوع إليها',
};

const wayBack = (pack: Pack, from: string, to: string): Mend => ({
  label: 'leadBack',
  names: { from: nameOf(pack, 'steps', from), to: nameOf(pack, 'steps', to) },
  acts: [{ command: 'connect', args: { from, to, event: { label: inLanguagesOf(pack, AGAIN) } } }],
});

/** Earlier steps from which a case goes on: those that lead here, nearest first; else those read before. Never into a measure. */
function earlierSteps(pack: Pack, step: string): readonly string[] {
  const beside = stepsBeside(pack, step);
  const ways = [...waysOf(pack.machine)];
  const before = ways.flatMap(({ from, candidate }) =>
    candidate.target !== undefined && targetId(candidate.target) === step ? [from] : [],
  );
  const track = placedStates(pack.machine).find(({ id }) => id === step)?.track ?? 'main';
  const order = readingOrderOf(pack, track);
  const read = order.slice(0, Math.max(0, order.indexOf(step))).reverse();
  const rests = new Set(restsBeside(pack, step));
  return [...new Set([...before, ...read])].filter(
    (id) =>
      id !== step &&
      beside.includes(id) &&
      ['work', 'wait'].includes(pack.steps[id]?.kind ?? '') &&
      !isMeasure(pack, id) &&
      leadsTo(pack, id, rests),
  );
}

/** On to the step that follows in reading, back to an earlier one, or to where the track rests. */
export const leadOn: Mender = (pack, finding) => {
  const step = named(finding, 'step');
  const beside = stepsBeside(pack, step);
  const parent = findState(pack.machine, step)?.above.at(-1);
  const siblings = parent ? readingOrder(pack, parent as never) : [];
  const after = siblings.slice(siblings.indexOf(step) + 1).filter((id) => beside.includes(id));
  const targets = [...new Set([...after.slice(0, 1), ...restsBeside(pack, step)])].filter(
    (id) => id !== step && !isMeasure(pack, id),
  );
  return [
    ...targets.slice(0, MOST_CHOICES).map((to) => wayTo(pack, step, to)),
    ...earlierSteps(pack, step)
      .filter((id) => !targets.includes(id))
      .slice(0, MOST_BACK)
      .map((to) => wayBack(pack, step, to)),
  ];
};

export const leadOutOfTrap: Mender = (pack, finding) => {
  const steps = named(finding, 'steps').split(', ');
  const last = steps.at(-1) ?? '';
  return [
    ...restsBeside(pack, last)
      .slice(0, MOST_CHOICES)
      .map((to) => wayTo(pack, last, to)),
    ...earlierSteps(pack, last)
      .filter((id) => !steps.includes(id))
      .slice(0, MOST_BACK)
      .map((to) => wayBack(pack, last, to)),
  ];
};

/** From what stands before it in reading; or it goes. */
export const leadThere: Mender = (pack, finding) => {
  const step = named(finding, 'step');
  const siblings = readingOrder(pack, (findState(pack.machine, step)?.above.at(-1) ?? {}) as never);
  const before = siblings.slice(0, siblings.indexOf(step)).reverse();
  const sources = [...before, ...stepsBeside(pack, step)].filter(
    (id) => id !== step && ['work', 'wait'].includes(pack.steps[id]?.kind ?? ''),
  );
  const first = placedStates(pack.machine).find(({ id }) => id === step);
  const to = first?.leaf === false ? (first.state.initial ?? step) : step;
  return [
    ...[...new Set(sources)].slice(0, 2).map((from) => wayTo(pack, from, to)),
    {
      label: 'removeStep',
      names: { name: nameOf(pack, 'steps', step) },
      acts: [{ command: 'remove_step', args: { id: step } }],
    },
  ];
};

/** A step from which nothing leads on is an end; else one is put behind the last step. */
export const addEnd: Mender = (pack) => {
  const steps = readingOrderOf(pack, 'main');
  const hasWays = (id: string) => {
    const state = findState(pack.machine, id)?.state;
    return [state?.on, state?.after, state?.always].some((each) => each !== undefined);
  };
  const still = steps.filter((id) => ['work', 'wait'].includes(pack.steps[id]?.kind ?? '') && !hasWays(id));
  if (still.length > 0)
    return still.slice(0, MOST_CHOICES).map((id) => ({
      label: 'callItEnd',
      names: { name: nameOf(pack, 'steps', id) },
      acts: [{ command: 'set_kind', args: { id, kind: 'end' } }],
    }));
  const after = steps.at(-1);
  if (after === undefined) return [];
  const title = inLanguagesOf(pack, {
    fr: 'Dossier clos',
    en: 'Case closed',
    es: 'Expediente cerrado',
    ar: 'أغلق الملف',
  });
  const into = placedStates(pack.machine).find(({ id }) => id === after)?.parent ?? 'main';
  const id = newId(wordsOf(title), 'step', (each) => findState(pack.machine, each) !== undefined);
  return [
    {
      label: 'addEnd',
      acts: [
        { command: 'add_step', args: { title, into, after, kind: 'end' } },
        { command: 'connect', args: { from: after, to: id, event: { label: inLanguagesOf(pack, DONE) } } },
      ],
    },
  ];
};

/** Every step of a track as people read them. */
function readingOrderOf(pack: Pack, holder: string): readonly string[] {
  const state = findState(pack.machine, holder)?.state;
  if (!state) return [];
  if (!state.states) return [holder];
  return readingOrder(pack, state as never).flatMap((id) => readingOrderOf(pack, id));
}
