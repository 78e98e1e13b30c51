import type { Act, FactValue, Scenario } from '@parcours/engine';

/** What an act is: something reported, something noted, time let pass, or another thing that is only shown here. */
type ActKind = 'event' | 'record' | 'wait' | 'other';

export function kindOf(act: Act): ActKind {
  if (act.correct || act.override || act.forget) return 'other';
  if (act.event !== undefined) return 'event';
  return act.wait ? 'wait' : 'record';
}

/** The act reporting an event, or, without one, noting what is learned or letting time pass; who and what was said is kept. */
export function actAs(act: Act, kind: Exclude<ActKind, 'other'>, event?: string): Act {
  const { event: _event, wait: _wait, second, decision, reason, done, ...rest } = act;
  if (kind === 'event' && event !== undefined)
    return {
      ...rest,
      event,
      ...(second && { second }),
      ...(decision && { decision }),
      ...(reason !== undefined && { reason }),
      ...(done !== undefined && { done }),
    };
  if (kind === 'record') return rest;
  const { facts: _facts, by: _by, expect: _expect, ...bare } = rest;
  return { ...bare, wait: true };
}

/** The act with one answer more, otherwise, or taken away. */
export function withAnswer(act: Act, fact: string, value: FactValue | undefined): Act {
  const { [fact]: _, ...others } = act.facts ?? {};
  const facts = value === undefined ? others : { ...others, [fact]: value };
  const { facts: _facts, ...rest } = act;
  return Object.keys(facts).length > 0 ? { ...rest, facts } : rest;
}

/** Acts with one put at another place, taken away (`to` absent), or told again behind itself as time passing. */
export function moved(acts: readonly Act[], index: number, to?: number): Act[] {
  const act = acts[index];
  const others = acts.filter((_, at) => at !== index);
  if (!act || to === undefined) return others;
  // Time does not go back: what changes places keeps the hour of its place.
  const put = [...others.slice(0, to), act, ...others.slice(to)];
  return put.map((each, at) => ({ ...each, at: acts[at]?.at ?? each.at }));
}

export function addedAfter(acts: readonly Act[], index: number): Act[] {
  const at = acts[index]?.at ?? 'PT0M';
  return [...acts.slice(0, index + 1), { at, wait: true }, ...acts.slice(index + 1)];
}

const MINUTE_MS = 60_000;

/** When an act happens, after the beginning, as ISO 8601. */
export function afterStart({ start }: Pick<Scenario, 'start'>, { at }: Act): string {
  if (at.startsWith('P')) return at;
  const minutes = Math.max(0, Math.round((Date.parse(at) - Date.parse(start)) / MINUTE_MS));
  const [days, hours, left] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const time = `${hours > 0 ? `${hours}H` : ''}${left > 0 ? `${left}M` : ''}`;
  if (days === 0 && time === '') return 'PT0M';
  return `P${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`;
}
