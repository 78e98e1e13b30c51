/**
 * All of a pack that the proof of a safeguard rests on, once it is known which tracks it walked, as a hash: while that stays, so does
 * the verdict. Words that only people read are left out.
 */
import type { Pathway, PathwayState } from '../pathway/pathway.ts';
import { canonicalJson, sha256Hex } from '../vocabulary/hash.ts';
import type { Ground } from './ground.ts';
import type { WalkedProperty } from './property.ts';

/** Tells the slices of one pathway. */
export type Slices = (
  property: Pick<WalkedProperty, 'moments' | 'spoken' | 'tracks'>,
  text: unknown,
  tracks: readonly string[],
) => string;

/** Fields of an element that only people read. */
const FOR_PEOPLE: ReadonlySet<string> = new Set([
  'label',
  'title',
  'purpose',
  'how',
  'child',
  'help',
  'why',
  'note',
  'documents',
  'competencies',
  'sources',
  'basis',
  'adaptation',
  'reason',
  'order',
  'tier',
]);

/** Reads what is shared once; each track once, when first asked. */
export function slicesOf(ground: Ground): Slices {
  const { pathway, steps } = ground;
  const { pack, tracks } = pathway;
  const inside = new Map<string, string>();
  const outside = new Map<string, string>();
  // Signals are recorded from any step, roles override, and the calendar tells how long a deadline may take.
  const common = hashOf({
    signals: pathway.signals,
    rules: definitions(pathway, new Set(pathway.signals.map(({ rule }) => rule))),
    roles: Object.entries(pack.roles).map(([id, { sector }]) => [id, sector]),
    calendar: pack.calendar,
    zone: pack.pack.timeZone,
    withheld: Object.keys(pack.pack.withheld ?? {}),
    tracks,
  });
  const remember = (kept: Map<string, string>, track: string, make: () => unknown): string => {
    const found = kept.get(track) ?? hashOf(make());
    kept.set(track, found);
    return found;
  };
  const outsideOf = (track: string) => ({
    looks: steps.places.looks(track).map(({ look, restless }) => [look, restless]),
    written: [...ground.writtenIn(track)].sort(),
  });
  return ({ moments, tracks: wanted, spoken }, text, walked) =>
    hashOf({
      common,
      text,
      wanted,
      moments: moments.map((moment) => moment.text),
      spoken: spoken.map((moment) => moment.text),
      named: [...pathway.states.values()].filter((state) => isNamed(state, moments)).map(({ id }) => id),
      rules: definitions(pathway, rulesNamed(text)),
      inside: walked.map((track) => remember(inside, track, () => trackOf(pathway, track))),
      outside: tracks
        .filter((track) => !walked.includes(track))
        .map((track) => [track, remember(outside, track, () => outsideOf(track))]),
    });
}

function isNamed({ id, tags }: PathwayState, moments: WalkedProperty['moments']): boolean {
  return moments.some(({ text }) => {
    const [kind, name = ''] = text.split(':');
    return kind === 'tag' ? tags.has(name) : name === id;
  });
}

/** Everything in which a track can differ for a proof. */
function trackOf(pathway: Pathway, track: string): unknown {
  const { pack, states } = pathway;
  const own = [...states.values()].filter((state) => state.track === track);
  const steps = own.map(({ id }) => (Object.hasOwn(pack.steps, id) ? pack.steps[id] : undefined));
  const forms = steps.flatMap((step) => (step && 'form' in step ? (pack.forms[step.form ?? ''] ?? []) : []));
  const events = [...new Set(own.flatMap(({ on }) => [...on.keys()]))].map((id) => [
    id,
    forProof(pack.events[id]),
  ]);
  const timed = [
    ...own.flatMap(({ after }) => [...after.keys()]),
    ...steps.flatMap((step) => [
      ...(step?.deadlines ?? []),
      ...(step && 'tasks' in step
        ? Object.values(step.tasks ?? {}).flatMap(({ deadline }) => deadline ?? [])
        : []),
    ]),
  ];
  const deadlines = [...new Set(timed)].map((id) => [id, forProof(pack.deadlines[id])]);
  const material = {
    machine: pack.machine.states[track],
    steps: own.map(({ id }, index) => [id, forProof(steps[index])]),
    forms: forms.map(forProof),
    events,
    deadlines,
  };
  return { ...material, definitions: definitions(pathway, stringsIn(material)) };
}

/** What some names mean, whether they name rules, facts or parameters, and what these rest on. */
function definitions({ pack, program }: Pathway, names: ReadonlySet<string>): unknown {
  const rules = Object.keys(pack.rules).filter((id) => names.has(id));
  const read = [
    ...rules.map((id) => `rule:${id}`),
    ...Object.keys(pack.facts).flatMap((id) => (names.has(id) ? [`fact:${id}`] : [])),
  ].filter((part) => program.parts.has(part));
  const all = new Set<string>([...names]);
  const needed = new Set(read);
  for (const part of read) {
    for (const found of program.needed(part)) needed.add(`${found.kind}:${found.id}`);
    for (const fact of program.names(part).facts) all.add(fact);
  }
  for (const part of needed) all.add(part.slice(part.indexOf(':') + 1));
  const chosen = <T>(section: Readonly<Record<string, T>>) =>
    Object.entries(section).flatMap(([id, element]) => (all.has(id) ? [[id, forProof(element)]] : []));
  return {
    rules: chosen(pack.rules),
    facts: chosen(pack.facts),
    parameters: chosen(pack.parameters),
  };
}

/** Every text in a sentence may be the name of a rule, a fact or a parameter. */
function rulesNamed(text: unknown): ReadonlySet<string> {
  return new Set([...stringsIn(text)].map((one) => one.slice(one.indexOf(':') + 1)));
}

function stringsIn(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) stringsIn(member, found);
  }
  return found;
}

/** An element without the fields that only people read. */
function forProof(element: unknown): unknown {
  if (typeof element !== 'object' || element === null) return element;
  return Object.fromEntries(Object.entries(element).filter(([field]) => !FOR_PEOPLE.has(field)));
}

function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(JSON.parse(JSON.stringify(value))));
}
