import { inLanguage, type Pack, storyInWords, type Verdict } from '@parcours/engine';

type Timed = Verdict & { readonly ms: number };

const MARKS: Readonly<Record<Verdict['verdict'], string>> = {
  proved: '✓',
  bounded: '…',
  broken: '✗',
  unchecked: '–',
};

/** Verdicts as lines for people: what holds on one line each, what does not with why and its story, act by act. */
export function verdictLines(pack: Pack, verdicts: readonly Timed[]): readonly string[] {
  return verdicts.flatMap((verdict) => {
    const { id, bound, why, vacuous, states, ms, story } = verdict;
    const label = inLanguage(pack.safeguards[id]?.label, ['en', ...Object.keys(pack.pack.languages)], id);
    const law = pack.safeguards[id]?.broken_by;
    const notes = [
      verdict.verdict,
      ...(bound === undefined ? [] : [`up to ${bound} acts`]),
      ...(why === undefined ? [] : [why]),
      ...(vacuous === undefined ? [] : [`says nothing here: ${vacuous}`]),
      ...(verdict.verdict === 'broken' && law ? [`broken by the law: ${law.sources.join(', ')}`] : []),
      ...(states > 0 ? [`${states} states`] : []),
      `${Math.round(ms)} ms`,
    ];
    return [
      `${MARKS[verdict.verdict]} ${label} (${notes.join('; ')})`,
      ...(story ? storyLines(pack, story) : []),
    ];
  });
}

function storyLines(pack: Pack, story: NonNullable<Verdict['story']>): readonly string[] {
  return storyInWords(pack, story, 'en').map(({ at, who, what, answers }, index) => {
    const when = at.slice(0, 16).replace('T', ' ');
    const by = who === undefined ? '' : `, ${who}`;
    const given = answers.length > 0 ? `: ${answers.join('; ')}` : '';
    return `    ${String(index + 1).padStart(2)}. ${when}${by} — ${what}${given}`;
  });
}
