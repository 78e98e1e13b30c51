type Zoned = { readonly timeZones?: readonly string[]; readonly getTimeZones?: () => readonly string[] };

/** The time zone of a country, ISO 3166-1, when it has but one; undefined where a committee must choose. */
export function countryZone(country: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(country)) return undefined;
  // Older engines have it as a property.
  const locale: Zoned = new Intl.Locale(`und-${country}`) as Zoned;
  const zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
  return zones.length === 1 ? zones[0] : undefined;
}
