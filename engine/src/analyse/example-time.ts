import type { Instant } from '../vocabulary/instant.ts';

/** The instant at which examples are told; rules with a clock are read at it. */
export const EXAMPLE_TIME: Instant = '2026-03-02T08:00:00.000Z';
