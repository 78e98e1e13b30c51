import type { Deadline } from '../procedure/deadlines.ts';
import type { Pack } from '../procedure/pack.ts';
import { canonicalJson } from '../vocabulary/hash.ts';

/** Ids of the sources a deadline rests on, those of the parameters that give its span included. */
export function citedSources({ parameters }: Pack, { sources = [], within }: Deadline): readonly string[] {
  const spans = typeof within === 'object' && 'by' in within ? Object.values(within.values) : [within];
  const named = spans.flatMap((span) =>
    typeof span === 'object' && 'parameter' in span ? span.parameter : [],
  );
  return [...new Set([...sources, ...named.flatMap((id) => parameters[id]?.sources ?? [])])];
}

/**
 * Sources that a new version cites for a deadline and the old one did not: an amended law. The same article under another
 * id is not one, nor is a source that nobody has found.
 */
export function newlyCited(
  from: { readonly pack: Pack; readonly deadline: Deadline },
  to: { readonly pack: Pack; readonly deadline: Deadline },
): readonly string[] {
  const known = new Set(citedSources(from.pack, from.deadline).map((id) => articleOf(from.pack, id)));
  return citedSources(to.pack, to.deadline).filter((id) => {
    const source = to.pack.sources[id];
    return source && source.confidence !== 'unknown' && !known.has(articleOf(to.pack, id));
  });
}

function articleOf({ sources }: Pack, id: string): string {
  const { instrument, number, date, article } = sources[id] ?? {};
  return canonicalJson({ instrument, number, date, article });
}
