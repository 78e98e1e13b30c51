import type { ElementSection, Pack } from '@parcours/engine';
import { askedIn } from '../../commands/asks.ts';
import { nameOf } from '../../commands/elements.ts';
import { type Mend, type MendAct, type Mender, MOST_CHOICES, named, stepsBeside } from './mend.ts';
import { likelyRoles } from './steps.ts';

const keysOf = (path: string): readonly [section: string, id: string, ...rest: string[]] => {
  const [section = '', id = '', ...rest] = path.split('/');
  return [section, id, ...rest];
};

/** Says of an element that the authors propose it: never that a law wants it. */
export const callItPractice: Mender = (_, { path }) => {
  const [section, id, ...rest] = keysOf(path);
  return [
    {
      label: 'practice',
      acts: [
        {
          command: 'set_field',
          args: {
            section: section as ElementSection,
            id,
            path: rest[0] === undefined ? ['basis'] : [rest[0], ...rest.slice(1), 'basis'],
            value: 'practice',
          },
        },
      ],
    },
  ];
};

export const removeUnused: Mender = (pack, { path }) => {
  const [section, id] = keysOf(path);
  const where = section as Exclude<ElementSection, 'steps'>;
  return [
    {
      label: 'remove',
      names: { name: nameOf(pack, where, id) },
      acts: [{ command: 'remove_element', args: { section: where, id } }],
    },
  ];
};

export const dropUnknownName: Mender = (_, finding) => [
  {
    label: 'dropName',
    names: { name: named(finding, 'name') },
    acts: [{ command: 'drop_name', args: { path: finding.path } }],
  },
];

export const nameReporter: Mender = (pack, finding) => {
  const event = named(finding, 'event');
  return likelyRoles(pack, 'main')
    .slice(0, MOST_CHOICES)
    .map(
      (role): Mend => ({
        label: 'whoReports',
        names: { role: nameOf(pack, 'roles', role) },
        acts: [{ command: 'set_field', args: { section: 'events', id: event, path: ['by'], value: [role] } }],
      }),
    );
};

/** Puts facts last in a form; undefined when it asks them all already or has no section. */
function askIn(pack: Pack, form: string, facts: readonly string[]): Mend | undefined {
  const sections = Object.entries(pack.forms[form]?.sections ?? {});
  const [section, last] = sections.at(-1) ?? [];
  if (section === undefined || !last) return undefined;
  const asked = new Set(sections.flatMap(([, { fields }]) => fields.map(({ fact }) => fact)));
  const missing = facts.filter((fact) => !asked.has(fact));
  if (missing.length === 0) return undefined;
  return {
    label: 'askIn',
    names: { form: nameOf(pack, 'forms', form) },
    acts: [
      {
        command: 'set_field',
        args: {
          section: 'forms',
          id: form,
          path: ['sections', section, 'fields'],
          value: [...last.fields, ...missing.map((fact) => ({ fact }))],
        },
      },
    ],
  };
}

/** At a step, whose form is made when it has none. */
function askAt(pack: Pack, step: string, facts: readonly string[]): Mend | undefined {
  const asked = askedIn(pack, step);
  const [first, ...others] = facts
    .filter((fact) => !asked.includes(fact))
    .map((fact): MendAct => ({ command: 'ask_fact', args: { step, fact, asked: true } }));
  return first && { label: 'askAt', names: { step: nameOf(pack, 'steps', step) }, acts: [first, ...others] };
}

/** In the form of the step that needs them; else in one of the procedure's; while there is none, at one of the first steps. */
export const askFacts: Mender = (pack, finding) => {
  const id = named(finding, 'step');
  const step = pack.steps[id];
  const facts = (named(finding, 'facts') || named(finding, 'fact')).split(', ');
  if (step && !('form' in step && step.form !== undefined)) return [askAt(pack, id, facts) ?? []].flat();
  const own = step && 'form' in step && step.form !== undefined ? [step.form] : [];
  const forms = own.length > 0 ? own : Object.keys(pack.forms).slice(0, MOST_CHOICES);
  if (forms.length === 0)
    return stepsBeside(pack, pack.machine.states['main']?.initial ?? 'main')
      .filter((each) => pack.steps[each]?.kind === 'work')
      .slice(0, MOST_CHOICES)
      .flatMap((each) => askAt(pack, each, facts) ?? []);
  return forms.flatMap((form) => askIn(pack, form, facts) ?? []);
};

/** Asks in the form what the step asks again, or stops asking it again. */
export const askAgainInForm: Mender = (pack, finding) => {
  const id = named(finding, 'step');
  const step = pack.steps[id];
  const fresh = (step && 'fresh' in step ? step.fresh : undefined) ?? [];
  const left = fresh.filter((fact) => fact !== named(finding, 'fact'));
  const stop: Mend = {
    label: 'dontAskAgain',
    names: { fact: nameOf(pack, 'facts', named(finding, 'fact')) },
    acts: [
      {
        command: 'set_field',
        args: { section: 'steps', id, path: ['fresh'], ...(left.length > 0 && { value: left }) },
      },
    ],
  };
  const hasForm = step && 'form' in step && step.form !== undefined;
  return [...(hasForm ? askFacts(pack, finding) : []), stop];
};

/** Counts from the entry of the step. */
export const countFromEntry: Mender = (_, finding) => [
  {
    label: 'fromEntry',
    acts: [
      {
        command: 'set_field',
        args: { section: 'deadlines', id: named(finding, 'deadline'), path: ['from'], value: 'entry' },
      },
    ],
  },
];

/** The deadline by which a decision is looked at again. */
export const nameReconsider: Mender = (pack) =>
  Object.keys(pack.deadlines)
    .slice(0, MOST_CHOICES)
    .map((id) => ({
      label: 'reconsiderBy',
      names: { deadline: nameOf(pack, 'deadlines', id) },
      acts: [{ command: 'set_head', args: { field: 'reconsider', value: id } }],
    }));

export const dropBrokenBy: Mender = (_, { path }) => [
  {
    label: 'dropBrokenBy',
    acts: [
      { command: 'set_field', args: { section: 'safeguards', id: keysOf(path)[1], path: ['broken_by'] } },
    ],
  },
];
