import { createContext, type ReactNode, use } from 'react';
import { dateFormat } from './date-format.ts';

const ZoneContext = createContext<string | undefined>(undefined);

/** The reader's own: asked for when it is needed, for the browser's first date format takes its time. */
let ownZone: string | undefined;

/** The time zone in which dates are shown and typed: the procedure's, wherever the reader sits. */
export function ZoneProvider({ zone, children }: { zone: string; children: ReactNode }) {
  return <ZoneContext value={zone}>{children}</ZoneContext>;
}

export function useZone(): string {
  const zone = use(ZoneContext);
  if (zone !== undefined) return zone;
  ownZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return ownZone;
}

/** The town of a time zone, as people say it: `Africa/Porto-Novo` is "Porto-Novo". */
export function zoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** Milliseconds by which the zone is ahead of UTC at that instant. */
function offsetAt(ms: number, zone: string): number {
  const parts = dateFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(ms);
  const part = (type: string) => Number(parts.find((item) => item.type === type)?.value ?? '0');
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(ms / 1000) * 1000;
}

/** An instant as the local text of a date-and-time field, `2026-03-02T08:30`. */
export function toLocalText(instant: string, zone: string): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return '';
  return new Date(ms + offsetAt(ms, zone)).toISOString().slice(0, 16);
}

/** The instant of a local text in the zone; undefined while it is not a whole date and time. */
export function fromLocalText(text: string, zone: string): string | undefined {
  const wall = Date.parse(`${text}Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text) || Number.isNaN(wall)) return undefined;
  const guess = wall - offsetAt(wall, zone);
  return new Date(wall - offsetAt(guess, zone)).toISOString();
}
