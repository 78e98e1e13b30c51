import { type Pack, withoutNationalValues } from '@parcours/engine';

const known = new WeakMap<Pack, Map<string, Pack>>();

/** The base as a country inherits it: the national law of others is not. The same object for the same base and country. */
export function inheritedBase(base: Pack, { pack: { jurisdiction } }: Pack): Pack {
  const byCountry = known.get(base) ?? new Map<string, Pack>();
  known.set(base, byCountry);
  const last = byCountry.get(jurisdiction);
  if (last) return last;
  const parameters = withoutNationalValues(
    // A parsed section is plain JSON.
    base.parameters as Parameters<typeof withoutNationalValues>[0],
    base.pack.jurisdiction,
    jurisdiction,
  ) as unknown as Pack['parameters'];
  const inherited = parameters === base.parameters ? base : { ...base, parameters };
  byCountry.set(jurisdiction, inherited);
  return inherited;
}
