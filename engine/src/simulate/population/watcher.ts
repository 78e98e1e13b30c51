import type { LightCase } from './light-case.ts';
import type { LightRow } from './light-row.ts';

/** Who wants to know what happens to cases. Called in order of time within a case; steps and events by number. */
export interface Watcher {
  entered(found: LightCase, step: number): void;
  left(found: LightCase, step: number): void;
  /** An event that XState was sent and that was taken: reported, a signal, or a deadline (told by its number) that moves the case. */
  event(found: LightCase, kind: EventKind, event: number): void;
  armed(found: LightCase, row: LightRow): void;
  ended(found: LightCase, row: LightRow): void;
  /** A rung of an escalation was told to a role. */
  told(found: LightCase, row: LightRow, to: string | undefined): void;
  /** An entry is complete; `version` is that of its facts. */
  after(found: LightCase, version: number): void;
}

export const EVENT_KINDS = ['reported', 'signal', 'deadline'] as const;
export type EventKind = 0 | 1 | 2;
