import { checkStructure, type Finding, localDate, type Text } from '@parcours/engine';
import type { Asked } from '../access/who-asks.ts';
import { approvalsOf } from '../commands/approve-draft.ts';
import { readableDraft } from '../commands/on-draft.ts';
import { draftText } from '../packs/draft-text.ts';
import { requiredSectors } from '../packs/required-sectors.ts';
import type {
  Approval,
  DraftAct,
  DraftChange,
  DraftComment,
  DraftLine,
  ProcedureDraft,
} from '../store/procedure-drafts.ts';

/** A person as minutes name them. */
export type MinutedPerson = { readonly account: string; readonly name: string; readonly sector: string };

/** Something that was changed; what was typed in one go is one. */
export type MinutedChange = Pick<DraftChange, 'kind' | 'command' | 'names' | 'places'> & {
  readonly by: string;
  readonly at: string;
  /** How many changes of the log it stands for. */
  readonly times: number;
};

/** What was decided about the draft itself. */
export type MinutedAct = {
  readonly by: string;
  readonly at: string;
  readonly act: Exclude<DraftAct, { kind: 'changed' | 'pen' | 'present' | 'commented' | 'settled' }>;
};

/** What was done on one day, in the zone of the procedure. */
export type Sitting = {
  readonly day: string;
  readonly from: string;
  readonly until: string;
  readonly present: readonly MinutedPerson[];
  readonly changes: readonly MinutedChange[];
  readonly acts: readonly MinutedAct[];
  readonly comments: number;
};

export type DraftMinutes = {
  readonly draft: string;
  readonly pack: string;
  readonly title: Text;
  readonly jurisdiction: string;
  readonly state: ProcedureDraft['state'];
  readonly timeZone: string;
  readonly base?: ProcedureDraft['base'];
  readonly from?: ProcedureDraft['from'];
  readonly reviewed?: ProcedureDraft['reviewed'];
  /** Newest first. */
  readonly sittings: readonly Sitting[];
  /** What stays open. */
  readonly comments: readonly DraftComment[];
  readonly findings: readonly Finding[];
  /** Who signs: each sector, with its approval of what is in review. */
  readonly signatures: readonly { readonly sector: string; readonly approval?: Approval }[];
  readonly names: Readonly<Record<string, string>>;
};

/** The minutes of the meetings about a draft: who was there, what they changed and decided, what stays open, who signs. */
export async function readMinutes(asked: Asked, id: string): Promise<DraftMinutes> {
  const { service } = asked;
  const draft = await readableDraft(asked, id);
  const [{ pack }, lines, accounts] = await Promise.all([
    draftText(service, draft),
    service.store.draftLines(id, 0),
    service.store.accounts(),
  ]);
  const people = new Map(
    accounts.map(({ id: account, displayName: name, sector }) => [account, { account, name, sector }]),
  );
  const { timeZone } = pack.pack;
  const approvals = draft.reviewed ? approvalsOf(draft, draft.reviewed.hash) : [];
  return {
    draft: id,
    pack: draft.pack,
    title: draft.title,
    jurisdiction: draft.jurisdiction,
    state: draft.state,
    timeZone,
    ...(draft.base && { base: draft.base }),
    ...(draft.from && { from: draft.from }),
    ...(draft.reviewed && { reviewed: draft.reviewed }),
    sittings: sittingsOf(lines, people, timeZone),
    comments: draft.comments.filter(({ state }) => state === 'open'),
    findings: checkStructure(pack).filter(({ severity }) => severity !== 'info'),
    signatures: requiredSectors(pack).map((sector) => {
      const approval = approvals.find((one) => one.sector === sector);
      return { sector, ...(approval && { approval }) };
    }),
    names: Object.fromEntries([...people.values()].map(({ account, name }) => [account, name])),
  };
}

function sittingsOf(
  lines: readonly DraftLine[],
  people: ReadonlyMap<string, MinutedPerson>,
  zone: string,
): readonly Sitting[] {
  const byDay = new Map<string, DraftLine[]>();
  for (const line of lines) {
    const day = localDate(line.at, zone);
    byDay.set(day, [...(byDay.get(day) ?? []), line]);
  }
  return [...byDay].map(([day, told]) => sittingOf(day, told, people)).reverse();
}

function sittingOf(
  day: string,
  lines: readonly DraftLine[],
  people: ReadonlyMap<string, MinutedPerson>,
): Sitting {
  // Who only approved or published did so from wherever they were.
  const there = [...new Set(lines.flatMap(({ by, act }) => (AT_THE_TABLE.has(act.kind) ? [by] : [])))];
  return {
    day,
    from: lines[0]?.at ?? '',
    until: lines.at(-1)?.at ?? '',
    present: there.map((account) => people.get(account) ?? { account, name: account, sector: '' }),
    changes: folded(lines),
    acts: lines.flatMap(({ by, at, act }) => (isDecision(act) ? [{ by, at, act }] : [])),
    comments: lines.filter(({ act }) => act.kind === 'commented').length,
  };
}

const AT_THE_TABLE: ReadonlySet<string> = new Set([
  'present',
  'created',
  'changed',
  'pen',
  'commented',
  'settled',
]);
const SMALL: ReadonlySet<string> = new Set(['changed', 'pen', 'present', 'commented', 'settled']);

function isDecision(act: DraftAct): act is MinutedAct['act'] {
  return !SMALL.has(act.kind);
}

/** One after another, what one person typed into one place is one change. */
function folded(lines: readonly DraftLine[]): readonly MinutedChange[] {
  const told: (MinutedChange & { readonly burst?: string })[] = [];
  for (const { act, by, at } of lines) {
    if (act.kind !== 'changed') continue;
    for (const { kind, command, names, places, burst } of act.changes) {
      const last = told.at(-1);
      const same = burst !== undefined && last?.burst === burst && last.by === by && last.kind === kind;
      if (same && last) told[told.length - 1] = { ...last, names, times: last.times + 1 };
      else
        told.push({ kind, command, names, places, by, at, times: 1, ...(burst !== undefined && { burst }) });
    }
  }
  return told.map(({ burst: _, ...change }) => change);
}
