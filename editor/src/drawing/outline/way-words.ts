import type { OutlineDoor } from './outline-context.ts';
import type { OutlineWay, ShownGuard } from './outline-ways.ts';

type Speaking = Pick<OutlineDoor, 't' | 'say'>;

/** A condition as people say it. */
export function guardWords({ t, say }: Speaking, guard: ShownGuard): string {
  if (guard.kind === 'rule') return say(guard.label) || guard.id;
  if (guard.kind === 'in') return t('outline.way.in', { step: say(guard.title) || guard.id });
  const parts = guard.of.map((part) => guardWords({ t, say }, part));
  if (guard.kind === 'not') return t('outline.way.not', { rule: parts[0] ?? '' });
  return parts.join(` ${t(guard.kind === 'all' ? 'outline.way.and' : 'outline.way.or')} `);
}

/** What leads along a way: "when « the plan is approved »". */
export function causeWords({ t, say }: Speaking, { cause, label }: OutlineWay): string {
  if (cause === 'alone' || cause === 'joined') return t(`outline.way.${cause}`);
  return t(`outline.way.${cause}`, { name: say(label) || t('outline.way.unnamed') });
}

/** The whole way in one sentence, to be read aloud. */
export function wayWords(speaking: Speaking, way: OutlineWay): string {
  const { t, say } = speaking;
  const { target, guard } = way;
  const end = target ? `${target.number} ${say(target.title)}` : t('outline.way.stays');
  const condition = guard ? `, ${t('outline.way.if', { rule: guardWords(speaking, guard) })}` : '';
  return `${causeWords(speaking, way)} ${t('outline.way.onward')} ${end}${condition}`;
}
