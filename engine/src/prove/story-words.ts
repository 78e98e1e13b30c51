import type { ToldIn } from '../compare/difference.ts';
import { NAMES, own, textIn } from '../compare/named.ts';
import { PHRASES } from '../compare/phrases.ts';
import type { Pack } from '../procedure/pack.ts';
import type { Act, Scenario } from '../procedure/scenario.ts';

/** One act of a story as a committee reads it. */
export type ToldAct = {
  /** An instant, as the story has it. */
  readonly at: string;
  /** The role that acts; nobody when time passes. */
  readonly who?: string;
  readonly what: string;
  /** What was answered: "Child heard: no". */
  readonly answers: readonly string[];
};

const WORDS = {
  wait: { fr: 'le temps passe', en: 'time passes', es: 'pasa el tiempo', ar: 'يمر الوقت' },
  record: {
    fr: 'des faits sont notés',
    en: 'facts are recorded',
    es: 'se anotan hechos',
    ar: 'تسجل معلومات',
  },
  done: {
    fr: 'fait hors procédure',
    en: 'done outside its door',
    es: 'hecho fuera de la vía',
    ar: 'أنجز خارج المسار',
  },
  override: { fr: 'par dérogation', en: 'by override', es: 'por excepción', ar: 'باستثناء' },
  refused: { fr: 'refusé', en: 'refused', es: 'rechazado', ar: 'مرفوض' },
} as const;

/** A story in the pack's own labels, act by act. */
export function storyInWords(pack: Pack, { acts }: Scenario, language: ToldIn): readonly ToldAct[] {
  return acts.map((act) => ({
    at: act.at,
    ...(act.by && { who: NAMES.roles(pack, act.by.role, language) }),
    what: whatHappens(pack, act, language),
    answers: Object.entries(act.facts ?? {}).map(
      ([id, value]) => `${NAMES.facts(pack, id, language)}: ${answerWords(pack, id, value, language)}`,
    ),
  }));
}

/** The story on one line: what happened, in order. The sign between turns with the direction of what is read. */
export function storyLine(pack: Pack, story: Scenario, language: ToldIn): string {
  return storyInWords(pack, story, language)
    .map(({ what }) => what)
    .join(' › ');
}

function whatHappens(pack: Pack, act: Act, language: ToldIn): string {
  if (act.event === undefined) return WORDS[act.wait ? 'wait' : 'record'][language];
  const isRefused = act.expect?.refused !== undefined && act.expect.refused !== false;
  const notes = [
    ...(act.done ? [WORDS.done[language]] : []),
    ...(act.override ? [WORDS.override[language]] : []),
    ...(isRefused ? [WORDS.refused[language]] : []),
  ];
  const event = NAMES.events(pack, act.event, language);
  return notes.length > 0 ? `${event} (${notes.join(', ')})` : event;
}

function answerWords(pack: Pack, id: string, value: unknown, language: ToldIn): string {
  if (typeof value === 'boolean') return PHRASES[value ? 'yes' : 'no'][language];
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.map((one) => answerWords(pack, id, one, language)).join(', ') || PHRASES.nothing[language];
  if (Array.isArray(value)) return String(value.length);
  const label = typeof value === 'string' ? own(pack.facts[id]?.values ?? {}, value)?.label : undefined;
  return label ? textIn(label, language, String(value)) : String(value);
}
