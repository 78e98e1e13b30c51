import type { Pack } from '../procedure/pack.ts';
import type { Json } from '../vocabulary/json.ts';
import { type ComparedSection, inEach, type ToldIn, type Words } from './difference.ts';
import { NAMES, own } from './named.ts';
import { colon, FIELDS, NOUNS } from './phrases.ts';
import type { Clash } from './three-way.ts';
import { valueWords } from './value-words.ts';

type Told = { readonly theirs: string; readonly ours: string };

const SENTENCES: {
  readonly [kind in Clash['kind']]: Readonly<Record<ToldIn, (told: Told) => string>>;
} = {
  both_changed: {
    en: ({ theirs, ours }) => `the base now says ${theirs}, you say ${ours}`,
    fr: ({ theirs, ours }) => `la base dit maintenant ${theirs}, vous dites ${ours}`,
    es: ({ theirs, ours }) => `la base ahora dice ${theirs}, ustedes dicen ${ours}`,
    ar: ({ theirs, ours }) => `الأصل يقول الآن ${theirs}، وأنتم تقولون ${ours}`,
  },
  both_added: {
    en: ({ theirs, ours }) => `the base has added it too, and says ${theirs}; you say ${ours}`,
    fr: ({ theirs, ours }) => `la base l’a ajouté aussi et dit ${theirs} ; vous dites ${ours}`,
    es: ({ theirs, ours }) => `la base también lo añadió y dice ${theirs}; ustedes dicen ${ours}`,
    ar: ({ theirs, ours }) => `أضافه الأصل أيضا ويقول ${theirs}؛ وأنتم تقولون ${ours}`,
  },
  base_removed: {
    en: ({ ours }) => `the base no longer has it, you say ${ours}`,
    fr: ({ ours }) => `la base ne l’a plus, vous dites ${ours}`,
    es: ({ ours }) => `la base ya no lo tiene, ustedes dicen ${ours}`,
    ar: ({ ours }) => `لم يعد في الأصل، وأنتم تقولون ${ours}`,
  },
  you_removed: {
    en: ({ theirs }) => `the base now says ${theirs}, you removed it`,
    fr: ({ theirs }) => `la base dit maintenant ${theirs}, vous l’avez retiré`,
    es: ({ theirs }) => `la base ahora dice ${theirs}, ustedes lo retiraron`,
    ar: ({ theirs }) => `الأصل يقول الآن ${theirs}، وأنتم سحبتموه`,
  },
};

/** "Home visit, deadline: the base now says 24 h, you say 48 h". Labels are those of the version that has the element. */
export function conflictWords(before: Pack, after: Pack, clash: Clash): Words {
  const keys = clash.path.split('/');
  return inEach((language) => {
    const field = keys.findLast((key) => Object.hasOwn(FIELDS, key)) ?? keys.at(-1) ?? '';
    const answersIn = (pack: Pack) =>
      keys[0] === 'parameters' ? own(pack.parameters, keys[1] ?? '')?.values : undefined;
    const show = (pack: Pack, value: Json | undefined) =>
      valueWords({ pack, language, answers: answersIn(pack) }, field, value);
    const told = { theirs: show(after, clash.theirs), ours: show(before, clash.ours) };
    return `${placeWords(before, after, keys, language)}${colon(language)} ${SENTENCES[clash.kind][language](told)}`;
  });
}

function placeWords(before: Pack, after: Pack, keys: readonly string[], language: ToldIn): string {
  const section = keys[0] as ComparedSection;
  const id = section === 'machine' ? stateIn(keys) : (keys[1] ?? section);
  const has = (pack: Pack) =>
    Object.hasOwn(section === 'machine' ? pack.steps : (pack[section] as object), id);
  const name = NAMES[section](has(after) ? after : before, id, language);
  const field = keys.slice(2).findLast((key) => Object.hasOwn(FIELDS, key));
  const word = field === undefined ? undefined : FIELDS[field]?.[language];
  const isSpan = section === 'deadlines' && field === 'within' && name.endsWith(NOUNS.deadlines[language]);
  return word === undefined || isSpan ? name : `${name}, ${word}`;
}

/** The innermost state that a place of the machine names: ids follow `states`. */
function stateIn(keys: readonly string[]): string {
  return keys[keys.lastIndexOf('states') + 1] ?? '';
}
