import type { FactValue } from '../procedure/value.ts';
import type { Instant } from '../vocabulary/instant.ts';
import { protectiveFacts } from './protective-facts.ts';
import type { Work } from './work.ts';

type Values = Readonly<Record<string, FactValue>>;

/**
 * Of the facts told with an act that happened earlier, those that count: a value recorded since, for a later instant,
 * stands until somebody corrects it. What turns a protective signal to yes counts all the same: danger is never lost to
 * the order of typing. The entry keeps everything that was told.
 */
export function withoutOlder({ pathway, caseFile, at }: Work, given: Values, happened: Instant): Values {
  const isOlder = (id: string) => {
    const known = Object.hasOwn(caseFile.facts, id) ? caseFile.facts[id] : undefined;
    return known !== undefined && known.at > happened;
  };
  if (!Object.keys(given).some(isOlder)) return given;
  const danger = protectiveFacts(pathway, caseFile, given, happened > at ? at : happened);
  return Object.fromEntries(
    Object.entries(given).filter(([id]) => !isOlder(id) || Object.hasOwn(danger, id)),
  );
}
