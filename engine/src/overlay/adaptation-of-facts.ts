import type { Finding } from '../vocabulary/finding.ts';
import type { Json } from '../vocabulary/json.ts';
import { isEqual, listed } from './loosening.ts';
import { isJsonObject, type JsonObject } from './merge-patch.ts';

type Raw = Readonly<Record<string, Json>>;

/**
 * A sensitivity tier is raised, never lowered; of facts and of the fields of their records. What is presumed of a fact in
 * doubt changes only by a law that the overlay cites.
 */
export function checkFacts(inherited: Raw, laid: Raw): Finding[] {
  return [
    ...checkTiers(inherited.facts, laid.facts, 'facts'),
    ...both(inherited.facts, laid.facts).flatMap(([id, old, now]) => {
      const isKept = isEqual(presumedIn(old), presumedIn(now)) || citesNewLaw(old, now, laid.sources);
      return isKept ? [] : [presumedOtherwise(id)];
    }),
  ];
}

function checkTiers(old: Json | undefined, now: Json | undefined, above: string): Finding[] {
  return both(old, now).flatMap(([id, before, after]) => {
    const path = `${above}/${id}`;
    const inside = checkTiers(before.fields, after.fields, `${path}/fields`);
    if (typeof before.tier !== 'number' || typeof after.tier !== 'number' || after.tier >= before.tier)
      return inside;
    const message = `The tier of "${id}" is ${before.tier} and can only be raised; write ${before.tier} or more.`;
    const lowered: Finding = {
      code: 'adaptation.tier',
      severity: 'error',
      path: `${path}/tier`,
      parameters: { tier: before.tier },
      message,
    };
    return [lowered, ...inside];
  });
}

/** An article that what is said now rests on, that it did not rest on before, and that somebody found. */
function citesNewLaw(old: JsonObject, now: JsonObject, sources: Json | undefined): boolean {
  const said = isJsonObject(now.presume) ? now.presume : now;
  const known = [old.presume, old].flatMap((each) => (isJsonObject(each) ? listed(each.sources) : []));
  return (
    said.basis === 'law' &&
    listed(said.sources).some((id) => {
      const source = isJsonObject(sources) && typeof id === 'string' ? sources[id] : undefined;
      return !known.includes(id) && isJsonObject(source) && source.confidence !== 'unknown';
    })
  );
}

function presumedIn({ presume }: JsonObject): Json | undefined {
  return isJsonObject(presume) ? presume.value : undefined;
}

function presumedOtherwise(id: string): Finding {
  return {
    code: 'adaptation.presume',
    severity: 'error',
    path: `facts/${id}/presume`,
    parameters: { name: id },
    message: `What is presumed of "${id}" in doubt changes only by law; give it the basis "law" and the article, or take the lines away.`,
  };
}

function both(old: Json | undefined, now: Json | undefined): [string, JsonObject, JsonObject][] {
  if (!isJsonObject(old) || !isJsonObject(now)) return [];
  return Object.entries(old).flatMap(([id, before]) => {
    const after = now[id];
    return isJsonObject(before) && isJsonObject(after) ? [[id, before, after]] : [];
  });
}
