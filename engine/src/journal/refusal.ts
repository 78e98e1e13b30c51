import type { Refusal, RefusalCode } from './entry.ts';

/** A refusal with what would unlock it; what is not told is empty. */
export function refusal(code: RefusalCode, told: Partial<Omit<Refusal, 'code'>> = {}): Refusal {
  return {
    code,
    missing: [],
    rules: [],
    tracks: [],
    heardAt: [],
    roles: [],
    call: [],
    parameters: [],
    ...told,
  };
}

/** Nothing that such a refused person said is recorded, not even what would turn a protective signal to yes. */
export const UNAUTHORISED: ReadonlySet<RefusalCode> = new Set(['role', 'same_person', 'not_overridable']);
