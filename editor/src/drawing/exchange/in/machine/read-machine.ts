import { newId } from '../../../log/new-id.ts';
import type { DraftLanguage } from '../draft-words.ts';
import { nothing, type Reading, tidy, trouble } from '../reading.ts';
import { machineNames } from './machine-names.ts';
import { type Entry, entriesOf, isRaw, type Json, machineNotes, type Raw } from './machine-notes.ts';
import { CODE, machineStates } from './machine-states.ts';

/** True for what looks like a machine drawn for XState: it has states, and is no pack's own file. */
export function isMachine(value: Json): value is Raw {
  return isRaw(value) && isRaw(value['states']);
}

/**
 * A machine drawn elsewhere, in the JSON of XState, as the files of a draft. What does not fit our subset is told and left out; its
 * guards become rules to write (a question to answer yes or no), its delays deadlines to write. Never throws.
 */
export function readMachine(
  value: Json,
  about: { readonly language: DraftLanguage; readonly title: string },
): Reading {
  if (!isMachine(value))
    return nothing(trouble('no_machine', 'machine', 'There are no states in this file.'));
  const notes = machineNotes(about.language);
  const names = machineNames(notes);
  const { words, text, findings } = notes;
  const isParallel = value['type'] === 'parallel';
  const regions = isParallel ? entriesOf(value['states']) : [['main', value] as const];
  if (isParallel) notes.leaveOut(value, [...CODE, 'on', 'always', 'after'], 'machine');
  // Every id is given before the first target is read.
  const tracks = regions.map(([key, raw], index) =>
    names.name(key, raw, undefined, index === 0 ? 'main' : undefined),
  );
  if (findings.some(({ severity }) => severity === 'error')) return { kind: 'nothing', findings };
  const drawn = machineStates(notes, names, value['delays']);
  notes.leaveOut(value, ['context'], 'machine');
  const states = Object.fromEntries(tracks.map((track, index) => [track.id, drawn.state(track, index + 1)]));
  const title = about.title || tidy(String(value['id'] ?? '')) || words.main;
  const sections: Entry = {
    pack: {
      id: newId(title, 'procedure', () => false).replaceAll('_', '-'),
      version: '0.1.0',
      kind: 'procedure',
      title: text(title),
      jurisdiction: '001',
      languages: { [about.language]: 'unreviewed' },
      timeZone: 'UTC',
      review: { state: 'unvalidated', validations: [] },
      licence: 'CC-BY-4.0',
      authors: [],
    },
    machine: { id: 'procedure', type: 'parallel', states },
    ...drawn.sections,
    roles: {},
    calendar: { weekend: [6, 7], hours: [{ from: '08:00', to: '17:00' }], holidays: {}, basis: 'practice' },
  };
  const files = Object.fromEntries(
    Object.entries(sections).map(([name, section]) => [`${name}.json`, JSON.stringify(section)]),
  );
  return { kind: 'machine', files, findings };
}
