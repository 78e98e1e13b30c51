import type { FactValue, Finding, RefusalCode } from '@parcours/engine';
import { useCallback } from 'react';
import { useValueWords } from '../../forms/value-words.ts';
import { useLabels, usePack } from '../../pack/pack-context.tsx';
import { useMoments } from '../../words/use-moments.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';

type Told = { readonly part?: string; readonly value: (told: unknown) => string };

/** Why a report is refused, where one sentence says it without naming anybody. */
const REASONS: ReadonlySet<unknown> = new Set<RefusalCode>([
  ...(['not_heard', 'closed', 'unknown', 'needs', 'settles', 'reason', 'second_person'] as const),
  ...(['same_person', 'decision', 'withheld', 'late', 'when', 'not_overridable', 'case_closed'] as const),
]);

/** Where a story goes otherwise than it says, in the words of the procedure: which act, what was expected, what came. */
export function useOtherwise(): (finding: Finding) => string {
  const { t, app } = useDrawingWords();
  const pack = usePack();
  const labels = useLabels();
  const moments = useMoments();
  const words = useValueWords();
  return useCallback(
    ({ path, parameters }) => {
      const [, id = '', ...place] = path.split('/');
      const [part = '', of = '', asked = ''] = place.slice(place.indexOf('expect') + 1);
      const listed = (label: (id: string) => string) => (told: unknown) =>
        Array.isArray(told) && told.length > 0 ? told.map(label).join(', ') : t('otherwise.nothing');
      const named = (label: (id: string) => string) => (told: unknown) =>
        typeof told === 'string' ? label(told) : t('otherwise.nothing');
      const refusal = (told: unknown) => {
        if (!told) return t('otherwise.accepted');
        if (!REASONS.has(told)) return t('otherwise.refused');
        const why = app(`refusal.${told as 'closed'}`).replace(/\.$/, '');
        return t('otherwise.refusedWhy', { why });
      };
      const value = (told: unknown) => words(pack.facts[of], (told ?? undefined) as FactValue | undefined);
      const fact: Told = { part: t('otherwise.part.fact', { name: labels.fact(of) }), value };
      const deadline: Told = {
        part: t('otherwise.part.deadline', { name: labels.deadline(of) }),
        value: (told) => {
          if (typeof told !== 'string') return t('otherwise.nothing');
          return asked === 'due' ? moments.moment(told) : t(`otherwise.deadline.${told as 'running'}`);
        },
      };
      const parts: Readonly<Record<string, Told>> = {
        refused: { value: refusal },
        steps: { part: t('otherwise.part.steps'), value: listed(labels.state) },
        missing: { part: t('otherwise.part.missing'), value: listed(labels.fact) },
        signals: { part: t('otherwise.part.signals'), value: listed(labels.event) },
        deadlines: deadline,
        facts: fact,
        unknown: fact,
        reconsider: {
          part: t('otherwise.part.reconsider'),
          value: (told) => app(told ? 'answer.yes' : 'answer.no'),
        },
        route: { part: t('otherwise.part.route'), value: named(labels.state) },
        outcome: { part: t('otherwise.part.outcome'), value: named(labels.state) },
        status: {
          part: t('otherwise.part.status'),
          value: (told) => t(told === 'closed' ? 'otherwise.closed' : 'otherwise.open'),
        },
      };
      const { part: what, value: say } = parts[part] ?? fact;
      const index = Number(place[1]);
      const event = place[0] === 'acts' ? pack.scenarios[id]?.acts[index]?.event : undefined;
      const where = [
        place[0] === 'acts' ? t('otherwise.act', { n: index + 1 }) : t('otherwise.end'),
        ...(event === undefined ? [] : [t('otherwise.part.fact', { name: labels.event(event) })]),
        ...(what === undefined ? [] : [what]),
      ].join(', ');
      const { expected, got } = parameters;
      return t('otherwise.told', { where, expected: say(read(expected)), got: say(read(got)) });
    },
    [t, app, pack, labels, moments, words],
  );
}

/** What the checks gave along as JSON; nothing where they gave nothing. */
function read(told: unknown): unknown {
  return typeof told === 'string' && told !== '' ? JSON.parse(told) : undefined;
}
