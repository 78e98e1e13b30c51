import { UNSAID_ACT } from '@parcours/engine';
import { useMemo } from 'react';
import { useLabels } from '../../pack/pack-context.tsx';
import { useDrawnPack } from '../drawing-context.tsx';
import { allStates } from '../log/find-state.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { usePicks } from './element-picks.ts';
import { useEventNames } from './use-event-names.ts';

type Group = { readonly group: string; readonly items: { value: string; label: string }[] };

/** A typed reference in words: "entering X", "leaving X", an event, a rule that turns true. */
export function useMomentWords(): (reference: string) => string {
  const { t } = useDrawingWords();
  const labels = useLabels();
  const event = useEventNames();
  return useMemo(
    () => (reference) => {
      if (reference === UNSAID_ACT) return t('sections.safeguards.moment.unsaid');
      const [kind = '', id = ''] = reference.split(':');
      if (kind === 'step' || kind === 'stage')
        return t('sections.safeguards.moment.step', { name: labels.state(id) });
      if (kind === 'leave') return t('sections.safeguards.moment.leave', { name: labels.state(id) });
      if (kind === 'event') return t('sections.safeguards.moment.event', { name: event(id) });
      if (kind === 'rule') return t('sections.safeguards.moment.rule', { name: labels.rule(id) });
      if (kind === 'deadline') return t('sections.safeguards.moment.deadline', { name: labels.deadline(id) });
      return id === 'measure'
        ? t('sections.safeguards.moment.tag')
        : t('sections.safeguards.moment.otherTag', { name: id });
    },
    [t, labels, event],
  );
}

/** Everything that can happen, by kind; `isPlace` keeps to where a case can stand. */
export function useMomentPicks(isPlace: boolean): Group[] {
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const steps = usePicks('steps');
  const events = usePicks('events');
  const rules = usePicks('rules');
  const words = useMomentWords();
  return useMemo(() => {
    const tags = new Set([...allStates(pack.machine)].flatMap((state) => state.tags ?? []));
    const places = steps.map(({ value, label }) => {
      const { kind } = pack.steps[value] ?? { kind: 'work' };
      return { value: `${kind === 'stage' || kind === 'track' ? 'stage' : 'step'}:${value}`, label };
    });
    const prefixed = (prefix: string, picks: typeof steps) =>
      picks.map(({ value }) => ({ value: `${prefix}:${value}`, label: words(`${prefix}:${value}`) }));
    // A track is never left.
    const isLeft = ({ value }: (typeof steps)[number]) => pack.steps[value]?.kind !== 'track';
    const tagged = [...tags].map((tag) => ({ value: `tag:${tag}`, label: words(`tag:${tag}`) }));
    const groups = isPlace
      ? [
          { group: t('sections.one.steps'), items: places },
          { group: t('sections.safeguards.group.tags'), items: tagged },
        ]
      : [
          {
            group: t('sections.safeguards.group.steps'),
            items: places.map(({ value }) => ({ value, label: words(value) })),
          },
          {
            group: t('sections.safeguards.group.events'),
            items: events.map(({ value, label }) => ({ value: `event:${value}`, label })),
          },
          { group: t('sections.safeguards.group.leaving'), items: prefixed('leave', steps.filter(isLeft)) },
          { group: t('sections.safeguards.group.rules'), items: prefixed('rule', rules) },
          { group: t('sections.safeguards.group.tags'), items: tagged },
        ];
    return groups.filter(({ items }) => items.length > 0);
  }, [pack, steps, events, rules, words, t, isPlace]);
}
