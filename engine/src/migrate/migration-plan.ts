import type { CaseFile } from '../journal/case-file.ts';
import type { IdMap } from '../journal/command.ts';
import type { EffectDue, MigrationObstacle } from '../journal/entry.ts';
import type { Link } from '../overlay/chain.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { SafeguardVerdict } from '../prove/verdict.ts';
import type { Instant } from '../vocabulary/instant.ts';

/** What the prover says of safeguards of a pathway from where a case of it stands: all of them, or those asked about. */
export type ProvedFrom = (
  pathway: Pathway,
  standing: {
    readonly caseFile: CaseFile;
    readonly at: Instant;
    /** What the pathway renamed, when the case is about to come to it. */
    readonly map?: IdMap | undefined;
    readonly only?: ReadonlySet<string>;
  },
) => readonly Pick<SafeguardVerdict, 'id' | 'verdict' | 'why' | 'story'>[];

export type MigrationOptions = {
  /** When the case would migrate: new tracks count from it, and what is overdue then stays missed. */
  readonly at: Instant;
  /** What became of renamed ids; an id that is not named keeps its name. */
  readonly map?: IdMap | undefined;
  /** Asks the safeguards of both versions from where the case stands and would stand (`safeguardsFrom`); left out when absent. */
  readonly provedFrom?: ProvedFrom | undefined;
};

/** A deadline of a case before and after. */
export type DeadlineMove = {
  /** Row of the ledger before, or after when it is new. */
  readonly row: string;
  readonly deadline: string;
  /** The step, stage or track that carries it afterwards; before, when it is gone. */
  readonly state: string;
  readonly change: 'kept' | 'earlier' | 'later' | 'armed' | 'gone';
  /** Absent while the law of its span is not known, or there is no row. */
  readonly before?: Instant;
  readonly after?: Instant;
  /** It rests on a law or a standard in the version the case stands on, or in the new one when it is new. */
  readonly legal: boolean;
  /** It was due before the migration and stays missed, whatever the new version says. */
  readonly overdue: boolean;
  /** Sources that the new version cites for it and the old one did not. */
  readonly cites: readonly string[];
};

/** What would become of one case, and what keeps it where it is. Data: nothing has happened. */
export type MigrationPlan = {
  readonly case: string;
  readonly from: Link;
  readonly to: Link;
  /** True when nothing keeps the case on its version. */
  readonly ok: boolean;
  readonly obstacles: readonly MigrationObstacle[];
  /** Open steps, each with its counterpart; stages and tracks follow from them. */
  readonly steps: readonly { readonly from: string; readonly to: string }[];
  /** States that open with the migration: new tracks, new regions, new stages around an open step. */
  readonly opens: readonly string[];
  /** States that close with it: those of tracks that the new version does not have, stages that are gone. */
  readonly closes: readonly string[];
  readonly deadlines: readonly DeadlineMove[];
  readonly facts: {
    /** No longer in the new version, or with a value that it does not take: unknown from then on; the journal keeps them. */
    readonly forgotten: readonly string[];
    readonly renamed: readonly { readonly from: string; readonly to: string }[];
    /** Recorded with their initial value, because the new version has them. */
    readonly initial: readonly string[];
  };
  /** What the world would have to do, because something closes or opens. */
  readonly effects: readonly Omit<EffectDue, 'key'>[];
};
