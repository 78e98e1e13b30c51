import { checkElement, checkSection, type ElementSection, type Finding, type Pack } from '@parcours/engine';
import { applyPatches, type Patch } from 'immer';
import type { Command } from '../log/command.ts';
import { elementsOf, invalid, nameOf } from './elements.ts';
import { brokenNames } from './revert.ts';

type Suggested = {
  /** What somebody proposed in a comment. */
  readonly patches: readonly Patch[];
  /** The place it was said about. */
  readonly place: string;
};

/** Parts of the title page that no proposal changes: what the procedure is, and who validated it. */
const NOT_PROPOSED: ReadonlySet<string> = new Set(['id', 'kind', 'extends', 'version', 'review']);
const WHOLE: ReadonlySet<string> = new Set(['pack', 'machine', 'calendar']);

/** Does what somebody proposed in a comment, as a change of one's own. Refused where it no longer fits the draft. */
export const acceptSuggestion: Command<Suggested> = {
  id: 'accept_suggestion',
  can: (pack, { patches }) => {
    const beyond = patches.some(
      ({ path: [section, key] }) =>
        key === undefined ||
        !Object.hasOwn(pack, String(section)) ||
        (section === 'pack' && NOT_PROPOSED.has(String(key))),
    );
    const after = beyond ? undefined : laid(pack, patches);
    if (!after) return { why: 'no_longer_fits' };
    if (after === pack) return { why: 'already' };
    const refused = invalid(patches.flatMap((patch) => flaws(after, patch)));
    if (refused) return refused;
    const before = brokenNames(pack);
    return [...brokenNames(after)].some((each) => !before.has(each)) ? { why: 'no_longer_fits' } : undefined;
  },
  run: (pack, { patches, place }) => {
    applyPatches(pack, [...patches]);
    return { places: [place] };
  },
  names: (pack, { place }) => {
    const [section = '', id = ''] = place.split('/');
    const isElement = !WHOLE.has(section) && Object.hasOwn(pack, section) && id !== '';
    return { name: isElement ? nameOf(pack, section as ElementSection, id) : pack.pack.title };
  },
};

function laid(pack: Pack, patches: readonly Patch[]): Pack | undefined {
  try {
    return applyPatches(pack, [...patches]);
  } catch {
    return undefined;
  }
}

function flaws(pack: Pack, { path: [first, key] }: Patch): readonly Finding[] {
  const section = String(first);
  if (WHOLE.has(section)) return checkSection(section as 'pack', pack[section as 'pack']);
  const elements = elementsOf(pack, section as ElementSection);
  const id = String(key);
  return Object.hasOwn(elements, id) ? checkElement(section as ElementSection, id, elements[id]) : [];
}
