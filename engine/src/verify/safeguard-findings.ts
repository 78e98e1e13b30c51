import { TOLD_IN, type ToldIn, type Words } from '../compare/difference.ts';
import { citation, NAMES, textIn } from '../compare/named.ts';
import { colon } from '../compare/phrases.ts';
import { valueWords } from '../compare/value-words.ts';
import type { Pack } from '../procedure/pack.ts';
import { UNSAID } from '../prove/property.ts';
import { storyLine } from '../prove/story-words.ts';
import type { SafeguardVerdict } from '../prove/verdict.ts';
import type { Finding } from '../vocabulary/finding.ts';
import { error, info, own, warning } from './check.ts';

/**
 * What the verdicts mean for the pack: a broken safeguard is an error, unless a cited law breaks it; one that nobody can read is an
 * error too. What was not decided to the end, or proves nothing, is told.
 */
export function* safeguardFindings(pack: Pack, verdicts: readonly SafeguardVerdict[]): Generator<Finding> {
  for (const verdict of verdicts) {
    const safeguard = own(pack.safeguards, verdict.id);
    if (!safeguard) continue;
    const path = `safeguards/${verdict.id}`;
    const law = safeguard.broken_by;
    const label = textIn(safeguard.label, 'en', verdict.id);
    if (verdict.verdict === 'broken' && law) {
      const cited = law.sources.map((source) => citation(pack, source, 'en')).join(', ');
      const message = `"${label}" is broken by the law (${cited}); this is shown wherever it is used.`;
      yield warning('safeguard.broken_by_law', path, message, {
        law: law.sources.map((source) => citation(pack, source, firstLanguage(pack))).join(', '),
      });
    } else if (verdict.verdict === 'broken') {
      const message = `"${label}" is broken: ${tell(pack, verdict, 'en')}. Close this way.`;
      const stories = TOLD_IN.map((language) => [`story_${language}`, tell(pack, verdict, language)]);
      yield error('safeguard.broken', path, message, {
        story: tell(pack, verdict, firstLanguage(pack)),
        ...Object.fromEntries(stories),
      });
    } else if (verdict.unreadable) {
      const why = verdict.why ?? 'it cannot be read';
      yield error('safeguard.unreadable', path, `"${label}" cannot be checked: ${why}.`, { why });
    } else if (verdict.verdict === 'bounded') {
      const bound = verdict.bound ?? 0;
      const why = verdict.why ?? 'the budget ended';
      const message = `"${label}" was checked on every story of up to ${bound} acts and no further: ${why}.`;
      yield warning('safeguard.bounded', path, message, { bound, why });
    }
    if (verdict.vacuous === UNSAID) {
      const message = `"${label}" is not finished: choose the acts it speaks of.`;
      yield warning('safeguard.unsaid', `${path}/property`, message);
    } else if (verdict.vacuous !== undefined) {
      const message = `"${label}" says nothing here: ${verdict.vacuous}.`;
      yield info('safeguard.vacuous', path, message, {
        why: verdict.vacuous,
        ...(verdict.awaits && { parameters: verdict.awaits.join(', ') }),
      });
    }
    if (law && verdict.verdict === 'proved') {
      const message = `"${label}" is kept on every path; take "broken_by" away.`;
      yield warning('safeguard.not_broken', `${path}/broken_by`, message);
    }
  }
}

/** The shortest story in the words of the pack, or what in it breaks the sentence without any story. */
function tell(pack: Pack, { id, story }: SafeguardVerdict, language: ToldIn): string {
  if (story) return storyLine(pack, story, language);
  const property = own(pack.safeguards, id)?.property;
  if (property && 'parameter' in property) {
    const { parameter } = property.parameter;
    const { value, values } = own(pack.parameters, parameter) ?? {};
    const said = valueWords({ pack, language, answers: values }, 'value', value);
    return `${NAMES.parameters(pack, parameter, language)}${colon(language)} ${said}`;
  }
  if (property && 'two_people' in property)
    return `${ALONE[language]} « ${NAMES.events(pack, property.two_people.event, language)} »`;
  return WRITTEN_SO[language];
}

const ALONE = {
  fr: 'une seule personne peut signaler',
  en: 'one person alone may report',
  es: 'una sola persona puede reportar',
  ar: 'يمكن لشخص واحد أن يبلغ عن',
} as const satisfies Words;

const WRITTEN_SO = {
  fr: 'ce que la procédure écrit suffit à l’enfreindre',
  en: 'what the procedure says is enough to break it',
  es: 'lo que dice el protocolo basta para incumplirla',
  ar: 'ما يكتبه الإجراء يكفي لخرقها',
} as const satisfies Words;

function firstLanguage(pack: Pack): ToldIn {
  return (['fr', 'en', 'es'] as const).find((language) => own(pack.pack.languages, language)) ?? 'en';
}
