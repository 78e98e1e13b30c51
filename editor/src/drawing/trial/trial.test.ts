import { guide } from '@parcours/engine';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { storyTo } from '../findings/story-to.ts';
import {
  answeredIn,
  beginTrial,
  nextDeadline,
  partingOf,
  pathwayOf,
  playTrial,
  record,
  report,
  type Trial,
  takeBack,
  varied,
  wait,
} from './trial.ts';

const pack = samplePack();
const pathway = pathwayOf(pack);
if (!pathway) throw new Error('The sample runs.');

const run = (trial: Trial) => {
  const playback = playTrial(pathway, trial);
  if (!playback) throw new Error('The run can be told.');
  return playback;
};

const say = (trial: Trial, event: string, facts = {}): Trial =>
  report(pathway, trial, run(trial), { event, roles: [] }, facts);

test('a run begins with the opening and goes on by what is reported', () => {
  const taken = say(beginTrial(), 'report_taken', { received_at: '2026-03-02T09:00:00Z', danger: false });
  expect(run(taken).route).toEqual(['receive', 'meet']);
  const seen = say(taken, 'child_seen', { child_heard: true });
  expect(run(seen).route).toEqual(['receive', 'meet', 'decide']);
  expect(takeBack(seen)).toEqual(taken);
  expect(takeBack(beginTrial())).toEqual(beginTrial());
});

test('a run begins at any step that some path leads to', () => {
  for (const step of ['search', 'decide', 'placed', 'make_safe']) {
    const story = storyTo(pack, step);
    expect(story, step).toBeDefined();
    const places = Object.keys(run(beginTrial(story)).caseFile.open);
    expect(places).toContain(step);
  }
  expect(storyTo(pack, 'nowhere')).toBeUndefined();
});

test('time passes, and the next deadline does what it says', () => {
  const searching = beginTrial(storyTo(pack, 'search'));
  const later = wait(pathway, searching, run(searching), 'P4D');
  expect(run(later).route.at(-1)).toBe('meet');
  const next = nextDeadline(run(searching));
  expect(next && Date.parse(next)).toBeGreaterThan(Date.parse(run(searching).frames.at(-1)?.at ?? ''));
});

test('one answer otherwise shows where the route parts', () => {
  const taken = say(beginTrial(), 'report_taken', { received_at: '2026-03-02T09:00:00Z', danger: false });
  const seen = say(taken, 'child_seen', { child_heard: true });
  expect(answeredIn(seen)).toEqual(['received_at', 'danger', 'child_heard']);
  const unheard = run(varied(seen, 'child_heard', false));
  expect(unheard.frames.at(-1)?.refusal?.code).toBe('closed');
  expect(partingOf(pack, run(seen), unheard)).toBe(2);
  const danger = run(varied(seen, 'danger', true));
  expect(partingOf(pack, run(seen), danger)).toBe(1);
  expect(partingOf(pack, run(seen), run(varied(seen, 'child_heard', true)))).toBeUndefined();
  const unknown = varied(record(pathway, taken, run(taken), { channel: 'phone' }), 'channel', undefined);
  expect(run(unknown).caseFile.facts).not.toHaveProperty('channel');
});

test('everything a report asks for is there: reason, second person, act of decision', () => {
  const deciding = beginTrial(storyTo(pack, 'decide'));
  const answers = { other_solutions_tried: true, age: 9 };
  const placed = say(deciding, 'placement_decided', answers);
  expect(run(placed).frames.at(-1)?.refusal).toBeUndefined();
  expect(
    guide(pathway, run(placed).caseFile, 'judge', run(placed).frames.at(-1)?.at ?? '').now[0]?.step,
  ).toBe('placed');
});
