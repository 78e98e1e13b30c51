import type { Pack, PackFiles } from '@parcours/engine';
import { newId } from '../../log/new-id.ts';
import { findSpan } from '../../spans/find-span.ts';
import { type DraftLanguage, type DraftWords, draftWords } from './draft-words.ts';
import { namesIn, plainName } from './names-in.ts';
import { isStage, type Plan, type PlannedStage, type PlannedStep } from './plan-draft.ts';
import { lines, tidy, visible } from './reading.ts';
import { type Sector, sectorOf } from './sector-of.ts';

const LONGEST_TITLE = 140;
/** What is longer names nobody: it stays in words. */
const LONGEST_NAME = 120;

export type DraftAbout = {
  readonly id: string;
  readonly title: string;
  readonly jurisdiction: string;
  readonly timeZone: string;
  readonly language: DraftLanguage;
};

/** A function that the document names. */
export type BroughtRole = {
  readonly words: string;
  /** Known: taken from a procedure of this service. Said: its words say the sector. Unsaid: for people to choose. */
  readonly how: 'known' | 'said' | 'chosen' | 'unsaid';
  readonly sector: Sector | undefined;
};

/** What could not be read and stands in words beside a step, so that nothing is lost and nothing invented. */
export type Kept = {
  readonly place: string;
  readonly what: 'when' | 'anchor' | 'who' | 'long';
  readonly words: string;
};

/** What was kept, each once, however many steps say it. */
export function keptOnce(kept: readonly Kept[]): readonly Kept[] {
  const said = new Map(kept.map((each) => [`${each.what} ${each.words}`, each]));
  return [...said.values()];
}

export type Draft = {
  readonly files: PackFiles;
  readonly roles: readonly BroughtRole[];
  readonly kept: readonly Kept[];
  readonly count: {
    readonly stages: number;
    readonly steps: number;
    readonly deadlines: number;
    readonly notes: number;
    /** Of the notes that are said of the whole, beside none of its steps. */
    readonly whole: number;
  };
};

export type BuildOptions = {
  /** Functions that procedures of this service name already, matched by label. */
  readonly known?: Pack['roles'];
  /** Sectors that people chose, by the words of the function. */
  readonly sectors?: ReadonlyMap<string, Sector>;
};

type Entry = { [field: string]: unknown };

/**
 * The plan as the files of a pack: one track, steps linked in reading order by an outcome each. All of it rests on practice and cites
 * nothing; what was not understood stays in words beside its step. `parsePack` reads the files.
 */
export function buildDraft(plan: Plan, about: DraftAbout, options: BuildOptions = {}): Draft {
  const building = openBuilding(about, options);
  const words = building.words;
  const states = building.holder(
    plan.inside.length > 0 ? plan.inside : [{ from: -1, words: words.start, cells: {}, notes: [] }],
  );
  const end = building.id(words.end, 'closed');
  building.steps[end] = {
    kind: 'end',
    title: building.text(words.end),
    order: plan.inside.length + 1,
    basis: 'practice',
  };
  const order = building.order;
  for (const [index, { id, state }] of order.entries()) {
    const event = newId(id, 'done', (each) => Object.hasOwn(building.events, each));
    const title = building.titles.get(id) ?? id;
    building.events[event] = {
      label: building.text(words.done.replace('{title}', () => title)),
      basis: 'practice',
    };
    state['on'] = { [event]: [{ target: `#${order[index + 1]?.id ?? end}` }] };
  }
  const main = {
    id: 'main',
    initial: Object.keys(states)[0],
    states: { ...states, [end]: { id: end } },
  };
  const sections: Entry = {
    pack: {
      id: about.id,
      version: '0.1.0',
      kind: 'procedure',
      title: building.text(about.title),
      ...(plan.notes.length > 0 && { summary: building.long(plan.notes) }),
      jurisdiction: about.jurisdiction,
      languages: { [about.language]: 'unreviewed' },
      timeZone: about.timeZone,
      review: { state: 'unvalidated', validations: [] },
      licence: 'CC-BY-4.0',
      authors: [],
    },
    machine: { id: 'procedure', type: 'parallel', states: { main } },
    steps: { main: { kind: 'track', title: building.text(words.main), order: 1 }, ...building.steps },
    events: building.events,
    facts: {},
    deadlines: building.deadlines,
    roles: building.roles,
    calendar: { weekend: [6, 7], hours: [{ from: '08:00', to: '17:00' }], holidays: {}, basis: 'practice' },
  };
  return {
    files: Object.fromEntries(
      Object.entries(sections).map(([name, section]) => [`${name}.json`, JSON.stringify(section)]),
    ),
    roles: [...building.brought.values()],
    kept: building.kept,
    count: {
      stages: building.count.stages,
      steps: order.length,
      deadlines: Object.keys(building.deadlines).length,
      notes: building.count.notes,
      whole: plan.notes.length,
    },
  };
}

function openBuilding({ language }: DraftAbout, { known = {}, sectors = new Map() }: BuildOptions) {
  const words: DraftWords = draftWords(language);
  const steps: Record<string, Entry> = {};
  const events: Record<string, Entry> = {};
  const deadlines: Record<string, Entry> = {};
  const roles: Record<string, Entry> = {};
  const roleIds = new Map<string, string>();
  const brought = new Map<string, BroughtRole>();
  const kept: Kept[] = [];
  const titles = new Map<string, string>();
  const order: { readonly id: string; readonly state: Entry }[] = [];
  const count = { stages: 0, notes: 0 };
  const taken = new Set(['main', 'closed', 'procedure']);
  const text = (said: string) => ({ [language]: visible(said) });
  const long = (notes: readonly string[]) => text(notes.join('\n\n'));

  const id = (title: string, fallback: string): string => {
    const found = newId(title, fallback, (each) => taken.has(each));
    taken.add(found);
    return found;
  };

  /** A cell that names several functions: "Police, juge des enfants". Those nobody placed are given back in words. */
  const rolesOf = (
    cell: string | undefined,
  ): { readonly ids: readonly string[]; readonly unsaid: readonly string[] } => {
    const ids: string[] = [];
    const unsaid: string[] = [];
    for (const name of namesIn(cell ?? '')) {
      const found = name.length <= LONGEST_NAME ? roleOf(name) : undefined;
      if (found === undefined) unsaid.push(name);
      else if (!ids.includes(found)) ids.push(found);
    }
    return { ids, unsaid };
  };

  const roleOf = (name: string): string | undefined => {
    const key = plainName(name);
    const already = roleIds.get(key);
    if (already !== undefined) return already;
    const same = Object.entries(known).find(([, { label }]) =>
      Object.values(label).some((each) => plainName(each) === key),
    );
    const chosen = sectors.get(name);
    const said = sectorOf(name);
    const sector = same?.[1].sector ?? chosen ?? said;
    const how = same ? 'known' : chosen ? 'chosen' : said ? 'said' : 'unsaid';
    brought.set(key, { words: name, how, sector });
    if (sector === undefined) return undefined;
    const found = newId(same?.[0] ?? name, 'role', (each) => Object.hasOwn(roles, each));
    const { order: _, ...copied } = same?.[1] ?? {
      label: text(name),
      sector,
      ...(OUTSIDE.has(sector) && { reports: false }),
    };
    roles[found] = { ...copied, order: Object.keys(roles).length + 1 };
    roleIds.set(key, found);
    return found;
  };

  const deadlineOf = (cell: string, place: string): string | undefined => {
    const span = findSpan(cell);
    if (!span) {
      kept.push({ place, what: 'when', words: cell });
      return undefined;
    }
    if (span.hasAnchor) kept.push({ place, what: 'anchor', words: cell });
    const found = newId(cell, 'deadline', (each) => Object.hasOwn(deadlines, each));
    deadlines[found] = {
      label: text(cell),
      within: span.within,
      ...(span.isWorking && { calendar: 'working' }),
      basis: 'practice',
    };
    return found;
  };

  const step = (planned: PlannedStep, place: number): readonly [string, Entry] => {
    const { title, rest } = titleOf(planned.words);
    const own = id(title, 'step');
    const at = `steps/${own}`;
    const { who, when, with: partners, how, child, documents, basis, number } = planned.cells;
    const [acting, joining] = [rolesOf(who), rolesOf(partners)];
    const deadline = when === undefined ? undefined : deadlineOf(tidy(when), at);
    const said = (label: string, value: string | undefined) =>
      value === undefined || value === '' ? [] : [`${label}${words.colon}${value}`];
    const { labels } = words;
    if (acting.unsaid.length > 0) kept.push({ place: at, what: 'who', words: acting.unsaid.join(', ') });
    if (rest !== '') kept.push({ place: at, what: 'long', words: rest });
    const notes = [
      ...(rest === '' ? [] : [rest]),
      ...(how === undefined ? [] : [how]),
      ...planned.notes,
      // The cell as it stands: "A ou B" is not "A, B".
      ...said(labels.who, acting.unsaid.length > 0 ? lines(who ?? '').join(', ') : ''),
      ...said(labels.with, joining.unsaid.length > 0 ? lines(partners ?? '').join(', ') : ''),
      ...said(labels.when, when !== undefined && deadline === undefined ? when : undefined),
      ...said(labels.basis, basis),
      ...said(labels.number, number !== undefined && !/^[\d٠-٩.)\s]{1,6}$/.test(number) ? number : undefined),
    ];
    count.notes += planned.notes.length;
    titles.set(own, title);
    steps[own] = {
      kind: 'work',
      title: text(title),
      ...(acting.ids.length > 0 && { who: acting.ids }),
      ...(joining.ids.length > 0 && { with: joining.ids }),
      ...(deadline !== undefined && { deadlines: [deadline] }),
      ...(notes.length > 0 && { how: long(notes) }),
      ...(child !== undefined && { child: text(child) }),
      ...(documents !== undefined && { documents: lines(documents).map(text) }),
      order: place,
      basis: 'practice',
    };
    const state: Entry = { id: own };
    order.push({ id: own, state });
    return [own, state];
  };

  const stage = (planned: PlannedStage, place: number): readonly [string, Entry] => {
    const { title, rest } = titleOf(planned.title);
    const own = id(title, 'stage');
    const notes = [...(rest === '' ? [] : [rest]), ...planned.notes];
    count.stages += 1;
    count.notes += planned.notes.length;
    steps[own] = {
      kind: 'stage',
      title: text(title),
      ...(notes.length > 0 && { purpose: long(notes) }),
      order: place,
      basis: 'practice',
    };
    const states = holder(planned.inside);
    return [own, { id: own, initial: Object.keys(states)[0], states }];
  };

  const holder = (inside: readonly (PlannedStage | PlannedStep)[]): Record<string, Entry> =>
    Object.fromEntries(
      inside.map((each, index) => (isStage(each) ? stage(each, index + 1) : step(each, index + 1))),
    );

  return {
    words,
    steps,
    events,
    deadlines,
    roles,
    brought,
    kept,
    titles,
    order,
    count,
    text,
    long,
    id,
    holder,
  };
}

/** Those who take part and report nothing. */
const OUTSIDE: ReadonlySet<Sector> = new Set(['family', 'child']);

/** A title that fits a line, and the whole words when they are longer. */
function titleOf(words: string): { readonly title: string; readonly rest: string } {
  const whole = tidy(words);
  const sentence = /^(.{8,}?[.:;؛])\s+\S/u.exec(whole)?.[1]?.replace(/[.:;؛]$/, '');
  if (whole.length <= LONGEST_TITLE) return { title: whole.replace(/[.;؛]$/, ''), rest: '' };
  if (sentence !== undefined && sentence.length <= LONGEST_TITLE) return { title: sentence, rest: whole };
  const cut = whole.slice(0, LONGEST_TITLE);
  return { title: `${cut.slice(0, Math.max(40, cut.lastIndexOf(' ')))}…`, rest: whole };
}
