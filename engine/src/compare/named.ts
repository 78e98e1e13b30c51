import type { Pack } from '../procedure/pack.ts';
import { articleSaid } from '../vocabulary/article-said.ts';
import { inLanguage } from '../vocabulary/in-language.ts';
import type { Text } from '../vocabulary/text.ts';
import type { ComparedSection, ToldIn } from './difference.ts';
import { NOUNS } from './phrases.ts';

/** Looks a text up in a language, then in whatever there is. */
export function textIn(text: Text | undefined, language: ToldIn, fallback: string): string {
  return inLanguage(text, [language, 'fr', 'en', 'es'], fallback);
}

type Namer = (pack: Pack, id: string, language: ToldIn) => string;

const labelled =
  (
    section: 'events' | 'rules' | 'facts' | 'parameters' | 'forms' | 'effects' | 'roles' | 'safeguards',
  ): Namer =>
  (pack, id, language) =>
    textIn(own<{ readonly label: Text }>(pack[section], id)?.label, language, id);

const titled =
  (section: 'steps' | 'scenarios'): Namer =>
  (pack, id, language) =>
    textIn(own<{ readonly title: Text }>(pack[section], id)?.title, language, id);

/** What people call an element of each section. */
export const NAMES: { readonly [section in ComparedSection]: Namer } = {
  pack: (pack, _, language) => textIn(pack.pack.title, language, pack.pack.id),
  machine: titled('steps'),
  steps: titled('steps'),
  events: labelled('events'),
  rules: labelled('rules'),
  facts: labelled('facts'),
  parameters: labelled('parameters'),
  forms: labelled('forms'),
  /** A deadline is known by the steps that it presses: "Home visit, deadline". */
  deadlines: (pack, id, language) => {
    const steps = carriersOf(pack, id).map((step) => NAMES.steps(pack, step, language));
    if (steps.length === 0) return textIn(own(pack.deadlines, id)?.label, language, id);
    return `${steps.join(' / ')}, ${NOUNS.deadlines[language]}`;
  },
  effects: labelled('effects'),
  roles: labelled('roles'),
  sources: (pack, id, language) => citation(pack, id, language),
  safeguards: labelled('safeguards'),
  calendar: (_, __, language) => NOUNS.calendar[language],
  scenarios: titled('scenarios'),
};

/** Steps, stages and tasks that carry a deadline, at most three of them. */
function carriersOf({ steps, machine }: Pack, deadline: string): readonly string[] {
  const inSteps = Object.entries(steps)
    .filter(([, step]) => {
      const tasks = 'tasks' in step ? Object.values(step.tasks ?? {}) : [];
      return step.deadlines?.includes(deadline) || tasks.some((task) => task.deadline === deadline);
    })
    .map(([id]) => id);
  const waiting = Object.values(machine.states).flatMap((state) => waitingFor(state, deadline));
  return [...new Set([...inSteps, ...waiting])].sort().slice(0, 3);
}

type Node = Pack['machine']['states'][string];

function waitingFor(state: Node, deadline: string): readonly string[] {
  const inside = Object.values(state.states ?? {}).flatMap((child) => waitingFor(child, deadline));
  return state.after && Object.hasOwn(state.after, deadline) ? [state.id, ...inside] : inside;
}

/** A source as it is cited: "Loi n° 2015-08, art. 12". */
export function citation({ sources }: Pack, id: string, language: ToldIn): string {
  const source = own(sources, id);
  if (!source) return id;
  const { instrument, number, article } = source;
  const name = textIn(instrument, language, id);
  const numbered = number !== undefined && !name.includes(number) ? `${name} ${number}` : name;
  return article === undefined ? numbered : `${numbered}, ${articleSaid(article, language)}`;
}

export function own<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
