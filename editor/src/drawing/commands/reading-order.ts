import type { Pack } from '@parcours/engine';
import type { OpenPack } from '../log/command.ts';

type Holder = {
  readonly type?: string | undefined;
  readonly initial?: string | undefined;
  readonly states?: Readonly<Record<string, { readonly type?: string | undefined }>> | undefined;
};

/** The states of a stage or a track as people read them: where it begins, then by `order`, history left out. */
export function readingOrder(pack: Pack | OpenPack, holder: Holder): string[] {
  return Object.entries(holder.states ?? {})
    .filter(([, state]) => state.type !== 'history')
    .map(([id]) => id)
    .sort(
      (a, b) =>
        Number(b === holder.initial) - Number(a === holder.initial) || orderOf(pack, a) - orderOf(pack, b),
    );
}

/**
 * Gives one element a number so that its holder reads in this order. The others keep theirs: in an adaptation they would count
 * as changed. They are numbered anew only where no number lies between them.
 */
export function putInOrder(pack: OpenPack, holder: Holder, wanted: readonly string[], id: string): void {
  const entry = pack.steps[id];
  const reads = () => {
    const initial = holder.type === 'parallel' ? undefined : wanted[0];
    return String(readingOrder(pack, { ...holder, initial })) === String(wanted);
  };
  if (!entry || (entry.order !== undefined && reads())) return;
  const at = wanted.indexOf(id);
  const [before, behind] = [wanted[at - 1], wanted[at + 1]];
  entry.order = between(
    before === undefined ? undefined : orderOf(pack, before),
    behind === undefined ? undefined : orderOf(pack, behind),
  );
  if (reads()) return;
  for (const [index, each] of wanted.entries()) {
    const own = pack.steps[each];
    if (own && own.order !== index + 1) own.order = index + 1;
  }
}

/** A whole number where there is one. */
function between(lower: number | undefined, upper: number | undefined): number {
  if (upper === undefined) return lower === undefined ? 1 : Math.floor(lower) + 1;
  if (lower === undefined || lower >= upper) return Math.ceil(upper) - 1;
  const whole = Math.floor(lower) + 1;
  return whole < upper ? whole : (lower + upper) / 2;
}

const orderOf = (pack: Pack | OpenPack, id: string): number => pack.steps[id]?.order ?? 0;
