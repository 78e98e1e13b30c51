import { compile, type Pathway, parsePack } from '@parcours/engine';

const LABEL = { en: 'Invented' };

/**
 * A procedure of some tracks, each a circle of some steps with a way back, every event its own: as many states as steps to the power of
 * tracks, no facts in the guards, so that a library that knows only machines can walk it too. Its one safeguard speaks of a step that is
 * never come to in each track, so that deciding it walks everything.
 */
export function gridPathway(tracks: number, steps: number): Pathway {
  const names = Array.from({ length: tracks }, (_, index) => (index === 0 ? 'main' : `track_${index}`));
  const step = (track: string, index: number) => `${track}_${(index + steps) % steps}`;
  const state = (track: string, index: number) => ({
    id: step(track, index),
    on: {
      [`on_${step(track, index)}`]: [{ target: `#${step(track, index + 1)}` }],
      [`back_${step(track, index)}`]: [{ target: `#${step(track, index - 1)}` }],
    },
  });
  const circle = (track: string) => {
    const states = Array.from({ length: steps }, (_, index) => state(track, index));
    const never = { id: `${track}_never`, tags: ['never'] };
    return {
      id: track,
      initial: step(track, 0),
      states: Object.fromEntries([...states, never].map((one) => [one.id, one])),
    };
  };
  const all = names.flatMap((track) => Array.from({ length: steps }, (_, index) => step(track, index)));
  const work = { kind: 'work', title: LABEL, who: ['worker'], basis: 'practice' };
  const sections = {
    pack: {
      id: 'grid',
      version: '1.0.0',
      kind: 'procedure',
      title: LABEL,
      jurisdiction: '001',
      languages: { en: 'unreviewed' },
      timeZone: 'UTC',
      review: { state: 'unvalidated', validations: [] },
      licence: 'CC-BY-4.0',
      authors: ['Parcours'],
    },
    machine: {
      id: 'grid_machine',
      type: 'parallel',
      states: Object.fromEntries(names.map((track) => [track, circle(track)])),
    },
    steps: {
      ...Object.fromEntries(names.map((track) => [track, { kind: 'track', title: LABEL }])),
      ...Object.fromEntries([...all, ...names.map((track) => `${track}_never`)].map((id) => [id, work])),
    },
    events: Object.fromEntries(
      all.flatMap((id) => [`on_${id}`, `back_${id}`]).map((id) => [id, { label: LABEL }]),
    ),
    rules: {
      told: { label: LABEL, conditions: { all: [{ fact: 'told', operator: 'equal', value: true }] } },
    },
    facts: { told: { label: LABEL, type: 'boolean', tier: 1 } },
    parameters: {},
    forms: {},
    deadlines: {},
    effects: {},
    roles: { worker: { label: LABEL, sector: 'social' } },
    sources: {},
    safeguards: {
      never: { label: LABEL, property: { never: { a: 'tag:never', unless: 'told' } }, basis: 'practice' },
    },
    calendar: { weekend: [6, 7], hours: [{ from: '08:00', to: '17:00' }], holidays: {} },
  };
  const files = Object.entries(sections).map(([name, section]) => [`${name}.json`, JSON.stringify(section)]);
  const { parsed, findings } = parsePack(Object.fromEntries(files));
  if (parsed?.kind !== 'procedure')
    throw new Error(findings.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return compile(parsed.pack, parsed.hash);
}
