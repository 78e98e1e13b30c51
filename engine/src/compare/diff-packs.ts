import type { Pack } from '../procedure/pack.ts';
import { SECTION_NAMES } from '../procedure/pack.ts';
import type { Json } from '../vocabulary/json.ts';
import { diffElements, diffWhole, type Versions } from './diff-elements.ts';
import { diffMachine } from './diff-machine.ts';
import type { ComparedSection, Difference } from './difference.ts';

type Compare = (versions: Versions) => readonly Difference[];

const elements =
  (section: Exclude<ComparedSection, 'machine'>): Compare =>
  (versions) =>
    diffElements(versions, section, rawOf(versions.before, section), rawOf(versions.after, section));

const whole =
  (section: Exclude<ComparedSection, 'machine'>): Compare =>
  (versions) =>
    diffWhole(versions, section, rawOf(versions.before, section), rawOf(versions.after, section));

/** How each section is compared; the compiler names one that is missing. */
const SECTIONS: { readonly [section in ComparedSection]: Compare } = {
  pack: whole('pack'),
  machine: diffMachine,
  steps: elements('steps'),
  events: elements('events'),
  rules: elements('rules'),
  facts: elements('facts'),
  parameters: elements('parameters'),
  forms: elements('forms'),
  deadlines: elements('deadlines'),
  effects: elements('effects'),
  roles: elements('roles'),
  sources: elements('sources'),
  safeguards: elements('safeguards'),
  calendar: whole('calendar'),
  scenarios: elements('scenarios'),
};

/**
 * What two versions of a procedure say differently, section by section, as data and in words. Nothing for two equal packs;
 * never nothing for two that differ. Compared the other way round, each difference has its counterpart.
 */
export function diffPacks(before: Pack, after: Pack): readonly Difference[] {
  const versions = { before, after };
  return [...SECTION_NAMES, 'scenarios' as const].flatMap((section) => SECTIONS[section](versions));
}

/** A parsed section is plain JSON. */
function rawOf(pack: Pack, section: ComparedSection): Readonly<Record<string, Json>> {
  return pack[section] as unknown as Readonly<Record<string, Json>>;
}
