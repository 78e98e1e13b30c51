import {
  type Act,
  compile,
  EngineError,
  type FactValue,
  type Pack,
  type Playback,
  play,
  type Scenario,
} from '@parcours/engine';

/** A story as it goes now; undefined while it, or the procedure, cannot be told. */
export function playedNow(pack: Pack, story: Scenario): Playback | undefined {
  try {
    return play(compile(pack), story);
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}

type Open = Record<string, unknown>;

/** The story expecting what happens in it now, wherever it said otherwise; what it left open stays open. */
export function expectingNow(story: Scenario, { mismatches, route }: Playback): Scenario {
  const changed = structuredClone(story) as Scenario & Open;
  for (const { path, got } of mismatches) {
    if (path.startsWith('expect/route')) {
      changed.expect.route = [...route];
      continue;
    }
    const keys = path.split('/');
    const unknown = keys.indexOf('unknown');
    if (unknown >= 0) {
      const holder = holderOf(changed, keys.slice(0, unknown + 1));
      const list = holder?.['unknown'];
      if (holder && Array.isArray(list)) holder['unknown'] = list.filter((each) => each !== keys.at(-1));
      continue;
    }
    const holder = holderOf(changed, keys);
    const key = keys.at(-1) ?? '';
    if (!holder) continue;
    if (got === null || (key === 'refused' && got === false)) {
      delete holder[key];
      if (key === 'refused') delete holder['missing'];
    } else holder[key] = got;
  }
  return changed;
}

/** What holds the last key; maps on the way are made. */
function holderOf(story: Open, keys: readonly string[]): Open | undefined {
  let holder: Open = story;
  for (const key of keys.slice(0, -1)) {
    const next = holder[key] ?? {};
    if (typeof next !== 'object') return undefined;
    holder[key] = next;
    holder = next as Open;
  }
  return holder;
}

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
