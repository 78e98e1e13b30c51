import type { Check } from './check.ts';
import { arrows } from './checks/arrows.ts';
import { bases } from './checks/bases.ts';
import { brokenBy } from './checks/broken-by.ts';
import { calendar } from './checks/calendar.ts';
import { deadEnds } from './checks/dead-ends.ts';
import { deadlines } from './checks/deadlines.ts';
import { factValues } from './checks/fact-values.ts';
import { forms } from './checks/forms.ts';
import { freshFacts } from './checks/fresh-facts.ts';
import { head } from './checks/head.ts';
import { hearing } from './checks/hearing.ts';
import { identity } from './checks/identity.ts';
import { listsEnd } from './checks/lists-end.ts';
import { loops } from './checks/loops.ts';
import { measures } from './checks/measures.ts';
import { names } from './checks/names.ts';
import { parameters } from './checks/parameters.ts';
import { reach } from './checks/reach.ts';
import { reporters } from './checks/reporters.ts';
import { returningDeadlines } from './checks/returning-deadlines.ts';
import { rulesRead } from './checks/rules-read.ts';
import { scenarios } from './checks/scenarios.ts';
import { shape } from './checks/shape.ts';
import { stepDuties } from './checks/step-duties.ts';
import { stepEntries } from './checks/step-entries.ts';
import { texts } from './checks/texts.ts';
import { tracks } from './checks/tracks.ts';
import { unused } from './checks/unused.ts';
import { withheld } from './checks/withheld.ts';

/** Every structural check, in the order people read their findings. A new one is a file and a line. */
export const CHECKS = {
  names,
  rulesRead,
  identity,
  shape,
  tracks,
  arrows,
  hearing,
  listsEnd,
  measures,
  reach,
  deadEnds,
  loops,
  stepEntries,
  stepDuties,
  reporters,
  freshFacts,
  bases,
  brokenBy,
  parameters,
  factValues,
  deadlines,
  returningDeadlines,
  calendar,
  forms,
  withheld,
  head,
  scenarios,
  texts,
  unused,
} as const satisfies Readonly<Record<string, Check>>;

/** Checks that say nothing of which paths there are: what they find keeps nobody from walking them. */
export const PATHS_APART: ReadonlySet<keyof typeof CHECKS> = new Set([
  'reach',
  'deadEnds',
  'stepDuties',
  'reporters',
  'bases',
  'brokenBy',
  'head',
  'scenarios',
  'texts',
  'unused',
]);
