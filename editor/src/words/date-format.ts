const made = new Map<string, Intl.DateTimeFormat>();

/** A format of dates, made once: making one takes some ten times as long as using it, and every card with a deadline wants one. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
  made.set(key, known);
  return known;
}
