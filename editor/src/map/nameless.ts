import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { LaidFrame } from './frame-layout.ts';

/** A question to ELK as text, its names replaced by their rank. */
export type Nameless = { readonly asked: string; readonly names: readonly string[] };

/** Frames that are alike but for the names of what stands in them ask the same: ELK looks at sizes and order, never at names. */
export function nameless(wanted: ElkNode): Nameless {
  const ranks = new Map<string, string>();
  const rankOf = (name: string) => {
    const rank = ranks.get(name) ?? String(ranks.size);
    ranks.set(name, rank);
    return rank;
  };
  const asked = JSON.stringify(wanted, (key, value) =>
    key === 'id' ? rankOf(value) : key === 'sources' || key === 'targets' ? value.map(rankOf) : value,
  );
  return { asked, names: [...ranks.keys()] };
}

/** What was answered to a question without names, by the names of who asks. */
export function named({ size, boxes, doors, pieces }: LaidFrame, names: readonly string[]): LaidFrame {
  const all = <Each>(ranked: ReadonlyMap<string, Each>) =>
    new Map([...ranked].map(([rank, each]) => [names[Number(rank)] ?? rank, each]));
  return { size, boxes: all(boxes), doors: all(doors), pieces: all(pieces) };
}
