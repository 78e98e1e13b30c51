/**
 * Drives one case of the base pack from report to closure. At each step it fills in the form that the guide shows,
 * and what else the event needs, and reports it: what a screen does, without a screen. Deadlines are only read. Everybody is invented.
 */
import {
  type Actor,
  type Advance,
  addDuration,
  advance,
  type CaseFile,
  compile,
  type FactValue,
  guide,
  type Instant,
  openCase,
  type Pack,
  type Report,
  replay,
  type StepGuide,
} from '@parcours/engine';
import { isProgram, readPack } from './read-pack.ts';

/** The events that lead a family in need of a little help to the end of its case. */
const WAY: readonly string[] = [
  'report_received',
  'danger_triaged',
  'child_registered',
  'case_opened',
  'child_met',
  'agreement_recorded',
  'situation_assessed',
  'child_heard',
  'best_interests_assessed',
  'review_opened',
  'closure_proposed',
  'closure_approved',
  'after_closure_done',
];

/** What the people of this story answer when the guide asks for a fact; `now` where the answer is the moment itself. */
const answers = (now: Instant): Readonly<Record<string, FactValue>> => ({
  report_received_at: now,
  report_channel: 'school',
  reporter_type: 'professional',
  protection_concerns: ['neglect'],
  immediate_danger: false,
  urgent_medical_need: false,
  author_has_access: false,
  self_harm_risk: false,
  child_name: 'Awa (invented)',
  date_of_birth: '2016-05-04',
  risk_level: 'low',
  eligibility_decision: 'eligible',
  assigned_caseworker: 'caseworker-1',
  first_contact_at: now,
  contact_result: 'seen_alone',
  confidentiality_explained: true,
  offence_suspected: false,
  mandatory_reporting_applies: false,
  communication_support: 'none',
  child_assent: 'given',
  caregiver_consent: 'given',
  caregiver_implicated: false,
  assessment_done_at: now,
  information_sources: 3,
  home_visited: true,
  caregiver_capacity: 'needs_support',
  separation_status: 'with_family',
  hearing_assessment: 'direct',
  best_interests_assessed_at: now,
  best_interests_outcome: 'stay_with_family',
  best_interests_reasons: 'Home is safe; the family asks for help with school.',
  formal_determination_required: false,
  pathway_decision: 'no_further_action',
  visits: [{ id: 'visit-1', visited_at: now, visit_kind: 'follow_up', child_seen: 'seen_alone' }],
  visit_result: 'seen_alone',
  hearing_review: 'direct',
  goals_status: 'all',
  closure_reason: 'goals_met',
  hearing_closure: 'direct',
  closure_explained: true,
  after_closure_contact: 'child_well',
});

/** Drives the case and tells each step in a line; gives the closed case file. */
export function driveToTheEnd(pack: Pack, tell: (line: string) => void): CaseFile {
  const pathway = compile(pack);
  let now: Instant = '2026-03-02T08:00:00.000Z';
  let done = accepted(openCase(pathway, { id: 'case-1', by: someone('caseworker') }, now));
  const journal = [...done.entries];

  for (const event of WAY) {
    now = addDuration(now, 'PT2H', pack.pack.timeZone);
    const shown = guide(pathway, done.caseFile, 'caseworker', now);
    const step = shown.now.find(({ events }) => events.some((one) => one.event === event));
    const choice = step?.events.find((one) => one.event === event);
    if (!step || !choice)
      throw new Error(`${event} is not heard at ${shown.now.map((one) => one.step).join(', ')}.`);

    const [reporter = 'caseworker', witness = 'supervisor'] = choice.roles;
    const report: Report = {
      kind: 'report',
      event,
      by: someone(reporter),
      facts: answer(step, choice.missing, now),
      ...(choice.reasoned && { reason: 'See the note of the visit.' }),
      ...(choice.secondPerson && { second: someone(witness) }),
      ...(choice.decision && { decision: act(reporter, now) }),
    };
    done = accepted(advance(pathway, done.caseFile, report, now));
    journal.push(...done.entries);
    const open = guide(pathway, done.caseFile, 'caseworker', now).now.map((one) => one.step);
    const due = done.deadlines.filter(({ state }) => state === 'running').map(({ deadline }) => deadline);
    tell(`${now} ${event} -> ${open.join(', ')} (deadlines: ${due.join(', ') || 'none'})`);
  }

  const rebuilt = replay(pathway, journal);
  tell(
    `${journal.length} entries; rebuilt from them: ${JSON.stringify(rebuilt) === JSON.stringify(done.caseFile)}`,
  );
  return done.caseFile;
}

/** The form of the step filled in as far as the people know, and whatever else the event needs. */
function answer({ form }: StepGuide, missing: readonly string[], now: Instant): Record<string, FactValue> {
  const known = answers(now);
  const asked = form?.sections.flatMap(({ fields }) => fields.map(({ fact }) => fact)) ?? [];
  return Object.fromEntries(
    [...new Set([...asked, ...missing])].flatMap((fact) => {
      const value = known[fact];
      return value === undefined ? [] : [[fact, value]];
    }),
  );
}

/** What was done, or an error that says what would unlock it. */
function accepted(told: Advance): Extract<Advance, { ok: true }> {
  if (told.ok) return told;
  throw new Error(JSON.stringify('refusal' in told ? told.refusal : told.invalid));
}

function act(role: string, now: Instant) {
  return {
    decidedBy: `The ${role}`,
    function: role,
    authority: 'Social service (invented)',
    on: now.slice(0, 10),
  };
}

/** An invented person in a role. */
function someone(role: string): Actor {
  return { person: `${role}-1`, role };
}

if (isProgram(import.meta.url)) driveToTheEnd(readPack('child-protection'), console.log);
