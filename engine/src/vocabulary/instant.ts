/**
 * An instant as RFC 3339 text in UTC with milliseconds, `2026-03-02T08:00:00.000Z`: it sorts as text.
 * Always made by `toInstant`, so that equal instants are equal text.
 */
export type Instant = string;

/** A calendar date, `2026-03-02`. */
export type LocalDate = string;

/** An ISO 8601 duration, `PT24H`, `P3M`. */
export type Duration = string;
