export type { AnalyseOptions } from './analyse/analyse-rules.ts';
export { analyseRules } from './analyse/analyse-rules.ts';
export type {
  ChoiceAnalysis,
  Circumstance,
  Contradiction,
  ExampleChild,
  Gap,
  Overlap,
  RuleAnalyses,
  RuleAnalysis,
  StuckStep,
  Unasked,
} from './analyse/analysis.ts';
export { checkCalendar } from './calendar/check-calendar.ts';
export type { Counting, DueQuestion } from './calendar/due-instant.ts';
export { dueInstant, pausedSpan } from './calendar/due-instant.ts';
export {
  addDuration,
  compareInstants,
  endOfLocalDay,
  fromEpochMs,
  localDate,
  startOfLocalDay,
  subtractDuration,
  toEpochMs,
  toInstant,
} from './calendar/instant.ts';
export { rungInstant } from './calendar/rung-instant.ts';
export { holidaysOn } from './calendar/working-days.ts';
export { workingMinutesBetween } from './calendar/working-time.ts';
export { isTimeZone } from './calendar/zone-clock.ts';
export type {
  BehaviourDifference,
  InventedStories,
  Parting,
  StoryEnd,
} from './compare/behaviour-diff.ts';
export { behaviourDiff } from './compare/behaviour-diff.ts';
export { diffPacks } from './compare/diff-packs.ts';
export type { ComparedSection, Difference, Words } from './compare/difference.ts';
export { inventStory } from './compare/invent-story.ts';
export type { Conflict, Rebase } from './compare/rebase.ts';
export { rebase } from './compare/rebase.ts';
export type { Choice } from './compare/three-way.ts';
export type {
  Answer,
  Block,
  Chapter,
  Item,
  Line,
  ProcedureDocument,
  Run,
} from './export/document/document.ts';
export { isBrief } from './export/document/document.ts';
export type { TrackPictures } from './export/document/document-html.ts';
export { documentHtml } from './export/document/document-html.ts';
export type { DocumentLanguage } from './export/document/document-words.ts';
export { DOCUMENT_WORDS } from './export/document/document-words.ts';
export type { DocumentOptions } from './export/document/export-document.ts';
export { exportDocument } from './export/document/export-document.ts';
export { readingNumbers } from './export/document/reading-order.ts';
export { unbroken } from './export/document/unbroken.ts';
export { exportXState } from './export/export-xstate.ts';
export { zipPack } from './export/zip-pack.ts';
export { advance } from './journal/advance.ts';
export { apply } from './journal/apply.ts';
export type {
  Actor,
  CaseFile,
  DeadlineRow,
  Outcome,
  Position,
  Reconsideration,
  RecordedFact,
} from './journal/case-file.ts';
export type { ChainBreak } from './journal/check-chain.ts';
export { checkChain } from './journal/check-chain.ts';
export type { Command, CommandKind, DecisionAct, IdMap, Report } from './journal/command.ts';
export type {
  Advance,
  EffectDue,
  Entry,
  EntryKind,
  InvalidValue,
  MigrationObstacle,
  Refusal,
  RefusalCode,
  RuleDecision,
  Withdrawn,
} from './journal/entry.ts';
export type { EventGuide, Guide, StepGuide, UnlockGuide } from './journal/guidance.ts';
export { guide } from './journal/guide.ts';
export type { Opening } from './journal/open-case.ts';
export { openCase } from './journal/open-case.ts';
export { recordDisagreement } from './journal/record-disagreement.ts';
export { rectify } from './journal/rectify.ts';
export { replay } from './journal/replay.ts';
export type { MigrateCommand } from './migrate/migrate.ts';
export { migrate } from './migrate/migrate.ts';
export type { DeadlineMove, MigrationOptions, MigrationPlan, ProvedFrom } from './migrate/migration-plan.ts';
export { planMigration, planMigrations } from './migrate/plan-migration.ts';
export { safeguardsFrom } from './migrate/safeguards-from.ts';
export { takeBackMigration } from './migrate/take-back-migration.ts';
export type { Link, PackLibrary } from './overlay/chain.ts';
export type { StaleText } from './overlay/merge-notes.ts';
export { withoutNationalValues } from './overlay/national.ts';
export { overlayOf } from './overlay/overlay-of.ts';
export type { Resolution } from './overlay/resolve-pack.ts';
export { resolvePack } from './overlay/resolve-pack.ts';
export type { RuleUse } from './overlay/rule-uses.ts';
export { ruleUses } from './overlay/rule-uses.ts';
export { compile } from './pathway/compile.ts';
export type { Pathway } from './pathway/pathway.ts';
export type { RememberedStep, RememberedSteps } from './pathway/remembered-steps.ts';
export { rememberSteps } from './pathway/remembered-steps.ts';
export type { TrackEvent } from './pathway/track-event.ts';
export type { Place } from './pathway/track-place.ts';
export type { ElementSection } from './procedure/check-element.ts';
export { checkElement, checkSection, completeElement } from './procedure/check-element.ts';
export type { Atom, Conditions, Operator } from './procedure/conditions.ts';
export { LIMITS } from './procedure/limits.ts';
export type { Pack, PackFiles, ParsedPack, SectionName } from './procedure/pack.ts';
export { parsePack } from './procedure/parse-pack.ts';
export type { Act, Scenario } from './procedure/scenario.ts';
export { scenarioSchema } from './procedure/scenario.ts';
export { unzipPack } from './procedure/unzip-pack.ts';
export type { FactRow, FactValue } from './procedure/value.ts';
export { writePack } from './procedure/write-pack.ts';
export { type CaseStanding, proveFrom } from './prove/prove-from.ts';
export { type ProofBudget, proveSafeguards, type VerdictCache } from './prove/prove-safeguards.ts';
export { storyInWords, type ToldAct } from './prove/story-words.ts';
export type { Assumption, Reduction, SafeguardVerdict, World } from './prove/verdict.ts';
export { checkConditions } from './rules/check-conditions.ts';
export { checkRules } from './rules/check-rules.ts';
export type { CheckedFact } from './rules/check-value.ts';
export { checkFactValue } from './rules/check-value.ts';
export {
  compileRules,
  decideInto,
  decidePrepared,
  decideRule,
  decideRules,
  explainRule,
  factsRead,
  factValue,
} from './rules/decide-rules.ts';
export type { Decision, Reason } from './rules/decision.ts';
export { evaluate } from './rules/evaluate.ts';
export { operatorsFor } from './rules/operators.ts';
export type { PreparedFacts } from './rules/prepare-facts.ts';
export { prepareFacts } from './rules/prepare-facts.ts';
export type { Facts, RuleBook } from './rules/rule-book.ts';
export { wholeConditions } from './rules/rule-book.ts';
export type { RuleProgram } from './rules/rule-program.ts';
export type { Disagreement } from './rules/second-opinion.ts';
export { secondOpinion } from './rules/second-opinion.ts';
export type { Family } from './rules/value-shape.ts';
export { familyOf } from './rules/value-shape.ts';
export { actCommand, defaultActor } from './simulate/act-command.ts';
export { checkScenario } from './simulate/check-scenario.ts';
export { passDeadlines } from './simulate/pass-deadlines.ts';
export { play } from './simulate/play.ts';
export type { Frame, Mismatch, Playback, PlayedDeadline } from './simulate/playback.ts';
export { checkPopulation } from './simulate/population/check-population.ts';
export type { Point, Share } from './simulate/population/interval.ts';
export type { Distribution, Measure, Population } from './simulate/population/population.ts';
export type { GroupReport, SimulationReport, Times } from './simulate/population/report.ts';
export { tellSimulation } from './simulate/population/report.ts';
export type {
  OnProgress,
  Shard,
  SimulatedCase,
  Simulation,
  SimulationSize,
} from './simulate/population/simulate.ts';
export { simulate, simulatedCases, simulateShard } from './simulate/population/simulate.ts';
export type { Tally } from './simulate/population/tally.ts';
export { FICTIONAL, mergeTallies } from './simulate/population/tally.ts';
export { checkStructure } from './verify/check-structure.ts';
export { referencesOf } from './verify/references.ts';
export type { NameKind, Use } from './verify/use.ts';
export type { Verdict, Verification, VerifyOptions } from './verify/verify.ts';
export { uncheckedVerdicts, verify } from './verify/verify.ts';
export { articleSaid } from './vocabulary/article-said.ts';
export type { EngineErrorCode } from './vocabulary/engine-error.ts';
export { EngineError } from './vocabulary/engine-error.ts';
export type { Finding, Severity } from './vocabulary/finding.ts';
export { isSound } from './vocabulary/finding.ts';
export { canonicalJson, sha256Hex } from './vocabulary/hash.ts';
export { inLanguage } from './vocabulary/in-language.ts';
export type { Duration, Instant, LocalDate } from './vocabulary/instant.ts';
export type { Text } from './vocabulary/text.ts';
export { UNSAID_ACT } from './vocabulary/unsaid-act.ts';
