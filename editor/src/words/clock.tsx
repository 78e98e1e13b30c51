import { createContext, type ReactNode, use, useEffect, useState } from 'react';

/** Tells the instant now, as milliseconds since 1970. Stories and the simulator give their own. */
export type Clock = () => number;

const ClockContext = createContext<Clock>(() => Date.now());

export function ClockProvider({ clock, children }: { clock: Clock; children: ReactNode }) {
  return <ClockContext value={clock}>{children}</ClockContext>;
}

/** The instant now, read again every `everyMs`, so that a countdown lives. */
export function useNow(everyMs = 15_000): number {
  const clock = use(ClockContext);
  const [now, setNow] = useState(clock);
  useEffect(() => {
    setNow(clock());
    const timer = setInterval(() => setNow(clock()), everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  return now;
}
