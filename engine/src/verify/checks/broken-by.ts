import { type Check, error, own } from '../check.ts';

/** A law that breaks a safeguard is cited by its article, and somebody found it. */
export const brokenBy: Check = function* ({ pack }) {
  for (const [id, { broken_by: law }] of Object.entries(pack.safeguards)) {
    for (const [index, name] of (law?.sources ?? []).entries()) {
      const source = own(pack.sources, name);
      if (!source || (source.article !== undefined && source.confidence !== 'unknown')) continue;
      const message = `"${name}" is not an article that was found; a safeguard is only broken by a law that is cited.`;
      yield error('safeguard.no_article', `safeguards/${id}/broken_by/sources/${index}`, message, { name });
    }
  }
};
