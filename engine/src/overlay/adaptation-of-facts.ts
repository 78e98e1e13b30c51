import type { Finding } from '../vocabulary/finding.ts';
import type { Json } from '../vocabulary/json.ts';
import { isJsonObject } from './merge-patch.ts';

/** A sensitivity tier is raised, never lowered; of facts and of the fields of their records. */
export function checkFacts(old: Json | undefined, now: Json | undefined, above = 'facts'): Finding[] {
  if (!isJsonObject(old) || !isJsonObject(now)) return [];
  return Object.entries(old).flatMap(([id, before]) => {
    const after = now[id];
    if (!isJsonObject(before) || !isJsonObject(after)) return [];
    const path = `${above}/${id}`;
    const inside = checkFacts(before.fields, after.fields, `${path}/fields`);
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
