import type { Adaptation } from '../procedure/element.ts';
import type { Finding } from '../vocabulary/finding.ts';
import { canonicalJson } from '../vocabulary/hash.ts';
import type { Json } from '../vocabulary/json.ts';
import { TIGHTENING } from './adaptation-checks.ts';
import { checkFacts } from './adaptation-of-facts.ts';
import { checkMachine } from './adaptation-of-machine.ts';
import type { Loosening, TighteningContext } from './loosening.ts';
import { isJsonObject, type JsonObject } from './merge-patch.ts';
import { ruleUses } from './rule-uses.ts';

type Raw = Readonly<Record<string, Json>>;

/**
 * What an overlay changed and may not: `locked` not at all (translations apart), `tighten` only towards more protection,
 * `free` as it likes. Safeguards and rules of decisions are `tighten` unless they say otherwise; safeguards always.
 */
export function checkAdaptation(inherited: Raw, laid: Raw): Finding[] {
  const findings: Finding[] = [];
  const context: TighteningContext = { inherited, laid, rules: ruleUses(inherited) };
  for (const [section, loosenings] of Object.entries(TIGHTENING)) {
    const before = elements(inherited[section]);
    const after = elements(laid[section]);
    for (const [id, old] of Object.entries(before)) {
      const now = after[id];
      const level = levelOf(context, section, id, old);
      const path = `${section}/${id}`;
      if (now !== undefined && rank(levelOf(context, section, id, now)) > rank(level)) {
        findings.push(
          refused(
            'adaptation.loosened',
            `${path}/adaptation`,
            `The base says "${level}"; an overlay cannot loosen it.`,
            { level },
          ),
        );
      }
      if (level === 'free') continue;
      if (now === undefined) {
        findings.push(
          refused(
            'adaptation.removed',
            path,
            `"${id}" is "${level}" and cannot be removed; take the line away.`,
            { level, name: id },
          ),
        );
      } else if (level === 'locked') {
        if (isSame(old, now)) continue;
        findings.push(
          refused(
            'adaptation.locked',
            path,
            `"${id}" is locked and cannot be changed; take the lines away.`,
            { name: id },
          ),
        );
      } else {
        findings.push(...loosenings(context, id, old, now).map((each) => refusedLoosening(path, each)));
      }
    }
  }
  return [...findings, ...checkFacts(inherited, laid), ...checkMachine(context, levelOf)];
}

const RANK = { locked: 0, tighten: 1, free: 2 } as const satisfies Record<Adaptation, number>;

function rank(level: Adaptation): number {
  return RANK[level];
}

/** What an element says of itself, or the default of its section. */
function levelOf({ rules }: TighteningContext, section: string, id: string, element: JsonObject): Adaptation {
  const said = element.adaptation;
  if (section === 'safeguards') return said === 'locked' ? 'locked' : 'tighten';
  if (said === 'locked' || said === 'tighten' || said === 'free') return said;
  return section === 'rules' && rules.get(id)?.decides ? 'tighten' : 'free';
}

function refusedLoosening(path: string, { field, why }: Loosening): Finding {
  return refused('adaptation.tighten', `${path}/${field}`, `This can only be made more protective: ${why}.`, {
    field,
  });
}

function refused(code: string, path: string, message: string, parameters: Finding['parameters']): Finding {
  return { code, severity: 'error', path, parameters, message };
}

/**
 * Equal apart from languages that were added to its texts, from the overlay's reason and stricter adaptation, and from the law
 * that it says breaks a safeguard.
 */
function isSame(old: JsonObject, now: JsonObject): boolean {
  const { adaptation: _old, reason: _oldReason, broken_by: _oldLaw, ...before } = old;
  const { adaptation: _now, reason: _nowReason, broken_by: _nowLaw, ...after } = now;
  return canonicalJson(before) === canonicalJson(withoutNewLanguages(before, after));
}

function withoutNewLanguages(old: Json | undefined, now: Json): Json {
  if (Array.isArray(now) && Array.isArray(old))
    return now.map((each, index) => withoutNewLanguages(old[index], each));
  if (!isJsonObject(now) || !isJsonObject(old)) return now;
  const kept =
    isText(old) && isText(now)
      ? Object.entries(now).filter(([key]) => Object.hasOwn(old, key))
      : Object.entries(now);
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutNewLanguages(old[key], member)]));
}

function isText(value: JsonObject): boolean {
  return Object.entries(value).every(
    ([key, member]) => typeof member === 'string' && /^[a-z]{2,3}(-|$)/.test(key),
  );
}

function elements(section: Json | undefined): Readonly<Record<string, JsonObject>> {
  const members = isJsonObject(section) ? Object.entries(section) : [];
  return Object.fromEntries(
    members.filter((member): member is [string, JsonObject] => isJsonObject(member[1])),
  );
}
