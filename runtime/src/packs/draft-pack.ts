import {
  checkElement,
  checkSection,
  type ElementSection,
  type Finding,
  type Pack,
  type PackFiles,
  type PackLibrary,
  parsePack,
  resolvePack,
} from '@parcours/engine';
import { applyPatches, enablePatches, type Patch } from 'immer';
import type { Service } from '../access/who-asks.ts';
import { RequestError } from '../errors.ts';
import type { Base } from '../proofs/read-again.ts';
import type { DraftChange } from '../store/procedure-drafts.ts';
import type { LoadedPack } from './pack-shelf.ts';

enablePatches();

/** The packs of the shelf, each resolved, as what an adaptation may lie over. */
function shelfLibrary(service: Pick<Service, 'packs'>, wanted: Pack['pack']['extends']): PackLibrary {
  return (id) => {
    const loaded = id === wanted?.id ? baseOnShelf(service, wanted) : service.packs.get(id);
    return loaded?.pack && { kind: 'procedure', pack: loaded.pack, hash: loaded.hash };
  };
}

/** The version over which an adaptation says that it lies, else the one in effect; undefined for a procedure of its own. */
function baseOnShelf(
  { packs }: Pick<Service, 'packs'>,
  wanted: Pack['pack']['extends'],
): LoadedPack | undefined {
  if (!wanted) return undefined;
  const { id, version } = wanted;
  return packs.versions(id).find(({ pack }) => pack?.pack.version === version) ?? packs.get(id);
}

/** The base of an adaptation, as the shelf has it; undefined for a procedure of its own. Refuses a base that is not there. */
export function baseOf(service: Service, { pack }: Pack): (Base & { readonly id: string }) | undefined {
  if (!pack.extends) return undefined;
  const base = baseOnShelf(service, pack.extends);
  if (!base?.pack) {
    throw new RequestError(
      'pack.not_found',
      `There is no pack ${pack.extends.id}, over which this one lies.`,
    );
  }
  return { id: base.id, pack: base.pack, hash: base.hash };
}

/** A whole pack from the texts of a folder, or everything that keeps it from being one. */
export function packFromFiles(service: Service, files: PackFiles): Pack {
  const { parsed, findings } = parsePack(files);
  if (!parsed) throw unreadable(findings);
  const wanted = parsed.kind === 'overlay' ? parsed.head.extends : undefined;
  const resolved = resolvePack(parsed, shelfLibrary(service, wanted));
  if (!resolved.pack) throw unreadable(resolved.findings);
  return resolved.pack;
}

function unreadable(findings: readonly Finding[]): RequestError {
  return new RequestError('draft.unreadable', 'These files are no procedure yet.', { findings });
}

/** The pack after some changes. Refuses what its schemas refuse, so that a draft is always a pack. */
export function withChanges(pack: Pack, changes: readonly Pick<DraftChange, 'patches'>[]): Pack {
  const changed = patched(pack, changes);
  const findings = touched(changes).flatMap(([section, id]) => checked(changed, section, id));
  if (findings.length > 0)
    throw new RequestError('draft.invalid', 'These changes leave no sound pack.', {
      findings: findings.slice(0, 20),
    });
  return changed;
}

function patched(pack: Pack, changes: readonly Pick<DraftChange, 'patches'>[]): Pack {
  try {
    return changes.reduce((before, { patches }) => applyPatches(before, patches as unknown as Patch[]), pack);
  } catch {
    throw new RequestError('draft.invalid', 'These changes do not fit the draft; load it again.');
  }
}

/** Sections and elements that changes reach, each once. */
function touched(changes: readonly Pick<DraftChange, 'patches'>[]): readonly (readonly [string, string?])[] {
  const places = new Map<string, readonly [string, string?]>();
  for (const { patches } of changes)
    for (const { path } of patches) {
      const [section = '', id] = path.map(String);
      places.set(`${section}/${id}`, id === undefined ? [section] : [section, id]);
    }
  return [...places.values()];
}

const WHOLE = new Set(['pack', 'machine', 'calendar']);

function checked(pack: Pack, section: string, id: string | undefined): readonly Finding[] {
  if (!Object.hasOwn(pack, section)) return [unknownSection(section)];
  if (WHOLE.has(section)) return checkSection(section as 'pack', pack[section as 'pack']);
  const elements = pack[section as ElementSection] as Readonly<Record<string, unknown>>;
  const ids = id === undefined ? Object.keys(elements) : Object.hasOwn(elements, id) ? [id] : [];
  return ids.flatMap((each) => checkElement(section as ElementSection, each, elements[each]));
}

const unknownSection = (section: string): Finding => ({
  code: 'schema.unknown_field',
  severity: 'error',
  path: section,
  parameters: { field: section },
  message: `A pack has no section ${section}.`,
});
