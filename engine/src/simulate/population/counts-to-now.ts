import type { Pack } from '../../procedure/pack.ts';
import type { ProgramPart } from '../../rules/rule-program.ts';

/** How often what was decided must be decided again though no fact changed. */
export type CountsToNow = 'never' | 'daily' | 'always';

/** Ages change with the day; a comparison with what lies some time back, and hours up to now, with every moment. */
export function readsClock(
  parts: readonly ProgramPart[],
  { rules, facts }: Pick<Pack, 'rules' | 'facts'>,
): CountsToNow {
  const all = parts.map(({ kind, id }): CountsToNow => {
    if (kind === 'rule') return JSON.stringify(rules[id]).includes('"withinLast"') ? 'always' : 'never';
    const derive = facts[id]?.derive;
    if (!derive) return 'never';
    if ('years' in derive) return derive.years.asOf === undefined ? 'daily' : 'never';
    if ('days' in derive) return derive.days.asOf === undefined ? 'daily' : 'never';
    if ('hours' in derive) return derive.hours.asOf === undefined ? 'always' : 'never';
    return JSON.stringify(derive).includes('"withinLast"') ? 'always' : 'never';
  });
  return all.includes('always') ? 'always' : all.includes('daily') ? 'daily' : 'never';
}
