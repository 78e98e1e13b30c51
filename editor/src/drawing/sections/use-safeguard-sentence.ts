import { useCallback } from 'react';
import { useLabels } from '../../pack/pack-context.tsx';
import { useMoments } from '../../words/use-moments.ts';
import { useQuantity } from '../../words/use-quantity.ts';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { type Property, readProperty } from './safeguard-patterns.ts';
import { useEventNames } from './use-event-names.ts';
import { useMomentWords } from './use-moment-words.ts';

/** A property as the sentence it says, in the reader's language. */
export function useSafeguardSentence(): (property: Property) => string {
  const { t, app, language } = useDrawingWords();
  const pack = useDrawnPack();
  const labels = useLabels();
  const moment = useMomentWords();
  const event = useEventNames();
  const { duration } = useMoments();
  const quantity = useQuantity();
  return useCallback(
    (property) => {
      const { pattern, blanks } = readProperty(property);
      const many = (ids: readonly string[] | undefined, word: (id: string) => string) =>
        (ids ?? []).map((id) => t('sections.quoted', { name: word(id) })).join(', ');
      const place = (reference: string) => {
        const [kind, id = ''] = reference.split(':');
        return kind === 'step' || kind === 'stage' ? labels.state(id) : moment(reference);
      };
      const { within, value, operator } = blanks;
      const who = [
        many(blanks.roles, labels.role),
        blanks.sector === undefined ? '' : app(`sector.${blanks.sector as 'social'}`),
      ];
      const unit = pack.parameters[blanks.parameter ?? '']?.unit;
      const sentence = t(`sections.safeguards.said.${pattern}`, {
        a: moment(blanks.a ?? ''),
        b: moment(blanks.b ?? ''),
        rule: labels.rule(blanks.rule ?? ''),
        event: event(blanks.event ?? ''),
        deadline: labels.deadline(blanks.deadline ?? ''),
        states: many(blanks.states, place),
        n: blanks.n ?? 0,
        within:
          typeof within === 'object'
            ? t('sections.quoted', { name: labels.fact(within.parameter) })
            : duration(within ?? ''),
        who: who.filter(Boolean).join(', '),
        parameter: labels.fact(blanks.parameter ?? ''),
        comparison: operator === undefined ? '' : t(`rules.compare.${operator as 'equal'}`),
        value:
          typeof value === 'boolean'
            ? t(value ? 'sections.yes' : 'sections.no')
            : value === undefined
              ? ''
              : quantity(value, unit),
        facts: many(blanks.facts, labels.fact),
        tier: t(`sections.tiers.t${(blanks.tier ?? 0) as 0}`),
      });
      const whole =
        blanks.since === undefined
          ? sentence
          : t('sections.safeguards.sinceSaid', { sentence, since: moment(blanks.since) });
      return whole.charAt(0).toLocaleUpperCase(language) + whole.slice(1);
    },
    [t, app, language, pack, labels, moment, event, duration, quantity],
  );
}
