import { LIMITS } from '../procedure/limits.ts';
import type { ParsedPack } from '../procedure/pack.ts';
import type { Finding } from '../vocabulary/finding.ts';

/** Finds a parsed pack by its id; undefined when the library does not hold it. */
export type PackLibrary = (id: string) => ParsedPack | undefined;

export type Procedure = Extract<ParsedPack, { kind: 'procedure' }>;
export type Overlay = Extract<ParsedPack, { kind: 'overlay' }>;

/** One pack of a chain, as it is named. */
export type Link = { readonly id: string; readonly version: string; readonly hash: string };

/** What a pack stands on: the procedure, then each overlay in the order they are laid over it. */
export type Chain = {
  readonly base?: Procedure;
  readonly overlays: readonly Overlay[];
  readonly findings: readonly Finding[];
};

export function headOf(parsed: ParsedPack) {
  return parsed.kind === 'procedure' ? parsed.pack.pack : parsed.head;
}

export function linkOf(parsed: ParsedPack): Link {
  const { id, version } = headOf(parsed);
  return { id, version, hash: parsed.hash };
}

/** Follows `extends` to the procedure: no circle, 8 levels, and the version that was named. `base` is absent when it breaks. */
export function chainOf(parsed: ParsedPack, library: PackLibrary): Chain {
  const overlays: Overlay[] = [];
  const seen = new Set<string>();
  let at = parsed;
  while (at.kind === 'overlay') {
    const { id, extends: wanted } = at.head;
    if (seen.has(id))
      return broken(
        'extends.cycle',
        `"${id}" extends itself through ${[...seen].join(', ')}; end the circle.`,
        { id },
      );
    seen.add(id);
    overlays.unshift(at);
    if (overlays.length > LIMITS.overlayLevels) {
      return broken(
        'extends.levels',
        `More than ${LIMITS.overlayLevels} overlays stand on each other; join some.`,
        { limit: LIMITS.overlayLevels },
      );
    }
    if (wanted === undefined)
      return broken('extends.missing', `"${id}" does not say what it extends; add "extends".`, { id });
    const next = library(wanted.id);
    if (next === undefined)
      return broken(
        'extends.missing',
        `"${id}" extends "${wanted.id}", which was not found; add it to the library.`,
        { id: wanted.id },
      );
    const found = headOf(next);
    if (found.id !== wanted.id || found.version !== wanted.version) {
      const message = `"${id}" extends ${wanted.id} ${wanted.version}, and ${found.id} ${found.version} was found; carry it over to that version.`;
      return broken('extends.version', message, {
        id: wanted.id,
        wanted: wanted.version,
        found: found.version,
      });
    }
    at = next;
  }
  return { base: at, overlays, findings: [] };
}

function broken(code: string, message: string, parameters: Finding['parameters']): Chain {
  return { overlays: [], findings: [{ code, severity: 'error', path: 'pack/extends', parameters, message }] };
}
