import type { Pack } from '../procedure/pack.ts';
import type { Pathway, PathwayState } from './pathway.ts';
import { afterEvent, doneEvent } from './xstate-machine.ts';

/** An event as XState is sent it, and what tells which states hear it. The same event is the same object. */
export interface TrackEvent {
  /** From 0 without gaps: a slot in an array. */
  readonly index: number;
  /** What XState is sent. */
  readonly sent: string;
  /** The name under which states list it: an event, or a deadline. */
  readonly name: string;
  readonly heardBy: (state: PathwayState) => boolean;
  /** The pack's event, when somebody reports it and may be refused. */
  readonly reported?: string;
}

/** The events of a pathway, each made once. */
export interface TrackEvents {
  /** Somebody reports it. */
  reported(event: string): TrackEvent;
  /** The engine reports it. */
  signal(event: string): TrackEvent;
  /** A protective act on a closed door. */
  done(event: string): TrackEvent;
  /** A deadline that moves the case passes in a state. */
  passing(deadline: string, state: string): TrackEvent;
  /** Something happened that no state hears: XState reads eventless ways again, here too. */
  unheard(): TrackEvent;
}

/** True for a state that hears an event as the machine has it: a withheld track hears only protective signals. */
export function hears({ events }: Pack, state: PathwayState, event: string): boolean {
  if (!state.on.has(event)) return false;
  const definition = Object.hasOwn(events, event) ? events[event] : undefined;
  return !state.withheld || Boolean(definition?.when && definition.protective);
}

/** Makes the events of a pathway. */
export function trackEvents({ pack }: Pathway): TrackEvents {
  const made = new Map<string, TrackEvent>();
  const once = (key: string, make: () => Omit<TrackEvent, 'index'>): TrackEvent => {
    const found = made.get(key);
    if (found) return found;
    const event = { index: made.size, ...make() };
    made.set(key, event);
    return event;
  };
  const heardBy = (event: string) => (state: PathwayState) => hears(pack, state, event);
  const reported = new Map<string, TrackEvent>();
  const signals = new Map<string, TrackEvent>();
  const remembered = (kept: Map<string, TrackEvent>, event: string, make: () => TrackEvent): TrackEvent => {
    const found = kept.get(event);
    if (found) return found;
    const made = make();
    kept.set(event, made);
    return made;
  };
  return {
    reported: (event) =>
      remembered(reported, event, () =>
        once(`report ${event}`, () => ({
          sent: event,
          name: event,
          heardBy: heardBy(event),
          reported: event,
        })),
      ),
    signal: (event) =>
      remembered(signals, event, () =>
        once(`signal ${event}`, () => ({ sent: event, name: event, heardBy: heardBy(event) })),
      ),
    done: (event) =>
      once(`done ${event}`, () => ({
        sent: doneEvent(event),
        name: event,
        heardBy: (state) => Boolean(pack.events[event]?.protective) && hears(pack, state, event),
      })),
    passing: (deadline, state) =>
      once(`pass ${deadline} ${state}`, () => ({
        sent: afterEvent(deadline, state),
        name: deadline,
        heardBy: ({ id, after, withheld }) => id === state && !withheld && after.has(deadline),
      })),
    unheard: () => once('', () => ({ sent: 'parcours.unheard', name: '', heardBy: () => false })),
  };
}
