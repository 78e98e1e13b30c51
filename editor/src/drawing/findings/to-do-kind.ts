import type { toDoWords } from '../words/to-dos.ts';

/** What a to-do is about, in the words of its group. */
export type ToDoKind = keyof (typeof toDoWords)['fr']['kinds'];

/** Codes that committees meet often have a group of their own. */
const KINDS: Readonly<Record<string, ToDoKind>> = {
  'step.no_role': 'nobody',
  'event.no_reporter': 'nobody',
  'step.no_deadline': 'endless',
  'step.dead_end': 'stuck',
  'step.trap': 'stuck',
  'step.stuck': 'stuck',
  'track.no_end': 'stuck',
  'step.unreachable': 'unreached',
  'event.unheard': 'unreached',
  'list.never_read': 'unreached',
  'choice.shadowed': 'unreached',
  'guard.never_true': 'unreached',
  needs_law: 'law',
  'safeguard.vacuous': 'empty',
  'safeguard.unsaid': 'empty',
  'step.no_how': 'how',
  'step.no_child': 'child',
  'step.fresh_not_asked': 'asked',
  'list.ends_guarded': 'gap',
  'choice.gap': 'gap',
  'choice.overlap': 'overlap',
  'step.waits': 'waits',
  'rule.answer_suffices': 'answered',
  'pack.no_summary': 'texts',
  unused: 'unused',
};

/** Other codes, by the word before their dot. */
const TOPICS: Readonly<Record<string, ToDoKind>> = {
  step: 'drawing',
  stage: 'drawing',
  track: 'drawing',
  machine: 'drawing',
  event: 'drawing',
  measure: 'drawing',
  list: 'drawing',
  choice: 'rules',
  guard: 'rules',
  rule: 'rules',
  operator: 'rules',
  derive: 'rules',
  table: 'rules',
  fact: 'asked',
  form: 'asked',
  deadline: 'deadlines',
  calendar: 'deadlines',
  safeguard: 'safeguards',
  text: 'texts',
  basis: 'basis',
  parameter: 'law',
  scenario: 'stories',
  adaptation: 'adaptation',
  extends: 'adaptation',
  overlay: 'adaptation',
  withheld: 'adaptation',
};

/** The group in which a finding is listed; what nobody thought of is listed at the end of its gravity. */
export function toDoKind(code: string): ToDoKind {
  const topic = code.split('.')[0] ?? '';
  if (Object.hasOwn(KINDS, code)) return KINDS[code] ?? 'other';
  return Object.hasOwn(TOPICS, topic) ? (TOPICS[topic] ?? 'other') : 'other';
}
