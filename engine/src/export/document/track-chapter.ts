import type { MachineState } from '../../procedure/machine.ts';
import type { Stage, Step } from '../../procedure/steps.ts';
import type { Block, Chapter, Line } from './document.ts';
import { readMarkdown } from './read-markdown.ts';
import { readingChildren } from './reading-order.ts';
import { groundLines, list, mark, plain, type Say, whoLines } from './say.ts';
import { deadlineSaid } from './say-span.ts';
import { wayItems } from './say-ways.ts';

/** One track of the machine: its stages as headings, its steps as tables of who, what, by when, with whom, how. */
export function trackChapter(say: Say, track: MachineState): Chapter {
  const title = `${say.number(track.id)}. ${say.state(track.id)}`;
  return {
    id: `step-${track.id}`,
    kind: 'track',
    title,
    track: track.id,
    blocks: [...holderBlocks(say, track), ...childBlocks(say, track, 2)],
  };
}

function childBlocks(say: Say, state: MachineState, level: number): readonly Block[] {
  return readingChildren(say.pack, state).flatMap((child): readonly Block[] => {
    const entry = Object.hasOwn(say.pack.steps, child.id) ? say.pack.steps[child.id] : undefined;
    const isStep = entry !== undefined && entry.kind !== 'stage' && entry.kind !== 'track';
    const heading: Block = {
      kind: 'heading',
      level: Math.min(level, 4) as 2 | 3 | 4,
      id: `step-${child.id}`,
      line: [{ text: `${say.number(child.id)} ${say.state(child.id)}` }],
    };
    if (isStep) return [heading, ...stepBlocks(say, child, entry as Step)];
    return [heading, ...holderBlocks(say, child), ...childBlocks(say, child, level + 1)];
  });
}

/** What is said of a stage or a whole track: its purpose, its deadlines, what may happen at any moment of it. */
function holderBlocks(say: Say, state: MachineState): readonly Block[] {
  const entry = Object.hasOwn(say.pack.steps, state.id) ? say.pack.steps[state.id] : undefined;
  if (entry && entry.kind !== 'stage' && entry.kind !== 'track') return [];
  const stage: Partial<Stage> = entry ?? {};
  const purpose = say.text(stage.purpose);
  const rows = [
    row(say.words.when, lines((stage.deadlines ?? []).map((id) => deadlineLine(say, id)))),
    row(say.words.waysOfStage, listBlock(wayItems(say, state))),
    row(say.words.sources, lines(groundLines(say, stage))),
  ].flat();
  return [
    ...(purpose === '' ? [] : [{ kind: 'paragraph', line: plain(purpose), tone: 'quiet' } as const]),
    ...(rows.length > 0 ? [{ kind: 'pairs', rows } as const] : []),
  ];
}

type Pairs = Extract<Block, { kind: 'pairs' }>['rows'];

function stepBlocks(say: Say, state: MachineState, step: Step): readonly Block[] {
  const { words, pack } = say;
  const roles = (ids: readonly string[] | undefined) =>
    lines(ids?.length ? [plain(list(say, ids.map(say.role)))] : []);
  const isWork = step.kind === 'work' || step.kind === 'wait';
  const when = (step.deadlines ?? []).map((id) => deadlineLine(say, id));
  const who = whoLines(say, step.who).map(plain);
  const form = step.form === undefined ? undefined : pack.forms[step.form];
  const rows: Pairs = [
    row(words.who, lines(who.length > 0 || step.kind !== 'work' ? who : [missing(words.nobody)])),
    row(words.with, roles(step.with)),
    row(words.present, roles(step.present)),
    row(words.informed, roles(step.informed)),
    row(words.when, lines(when.length > 0 || !isWork || state.after ? when : [missing(words.noDeadline)])),
    row(words.purpose, proseBlocks(say.text(step.purpose))),
    row(words.how, proseBlocks(say.text(step.how))),
    row(words.child, proseBlocks(say.text(step.child))),
    row(
      words.tasks,
      listBlock(Object.entries(step.tasks ?? {}).map(([id, task]) => ({ line: taskLine(say, id, task) }))),
    ),
    row(
      words.form,
      lines(
        step.form === undefined
          ? []
          : [[{ text: say.text(form?.label, step.form), to: `form-${step.form}` }]],
      ),
    ),
    row(words.fresh, lines(step.fresh?.length ? [plain(list(say, step.fresh.map(say.fact)))] : [])),
    row(words.settles, lines(step.settles?.length ? [plain(list(say, step.settles.map(say.event)))] : [])),
    row(words.documents, listBlock((step.documents ?? []).map((text) => ({ line: plain(say.text(text)) })))),
    row(
      words.competencies,
      listBlock((step.competencies ?? []).map((text) => ({ line: plain(say.text(text)) }))),
    ),
    row(words.ways, listBlock(wayItems(say, state))),
    row(words.sources, lines(groundLines(say, step))),
  ].flat();
  const kind = words.kinds[step.kind];
  return [
    ...(kind === '' ? [] : [{ kind: 'paragraph', line: plain(kind), tone: 'quiet' } as const]),
    ...(state.tags?.includes('measure')
      ? [{ kind: 'paragraph', line: plain(words.measure), tone: 'warning' } as const]
      : []),
    ...(rows.length > 0 ? [{ kind: 'pairs', rows } as const] : []),
  ];
}

function deadlineLine(say: Say, id: string): Line {
  return [{ text: deadlineSaid(say, id) }, ...mark(say, say.pack.deadlines[id] ?? {})];
}

function taskLine(say: Say, id: string, task: NonNullable<Step['tasks']>[string]): Line {
  const who = list(say, whoLines(say, task.who));
  const notes = [
    ...(who === '' ? [] : [who]),
    ...(task.deadline === undefined ? [] : [deadlineSaid(say, task.deadline)]),
    ...(task.required ? [say.words.required] : []),
  ];
  const behind = notes.length > 0 ? `${say.words.colon}${list(say, notes)}` : '';
  return [{ text: say.text(task.title, id) }, { text: behind }, ...mark(say, task)].filter(
    ({ text }) => text !== '',
  );
}

const missing = (text: string): Line => [{ text, mark: true }];

/** A row, unless nothing is said. */
function row(label: string, blocks: readonly Block[]): Pairs {
  return blocks.length > 0 ? [{ label, blocks }] : [];
}

function lines(all: readonly Line[]): readonly Block[] {
  return all.map((line) => ({ kind: 'paragraph', line }));
}

function listBlock(items: Extract<Block, { kind: 'list' }>['items']): readonly Block[] {
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}

function proseBlocks(text: string): readonly Block[] {
  return text === '' ? [] : readMarkdown(text);
}
