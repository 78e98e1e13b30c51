import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowForwardUp,
  IconArrowUp,
  IconClipboard,
  IconCopy,
  IconCopyPlus,
  IconCut,
  IconFlag,
  IconGavel,
  IconHourglass,
  IconIndentDecrease,
  IconIndentIncrease,
  IconKeyboard,
  IconLayoutNavbarExpand,
  IconPencilCheck,
  IconRowInsertBottom,
  IconSearch,
  IconTrash,
} from '@tabler/icons-react';
import { addStep } from '../commands/add-step.ts';
import { setKind, setMeasure } from '../commands/kinds.ts';
import { moveStep } from '../commands/move-step.ts';
import { paste } from '../commands/paste.ts';
import { readingOrder } from '../commands/reading-order.ts';
import { removeStep } from '../commands/remove-step.ts';
import { addStage, addTrack } from '../commands/stages.ts';
import type { DrawingState } from '../drawing-store.ts';
import { findState } from '../log/find-state.ts';
import { type Fragment, fragmentOf, readFragment } from '../log/fragment.ts';
import { earlier, inwards, later, outwards } from '../log/moves.ts';
import { VIEWS } from '../views.ts';
import type { Action, ActionTools } from './action.ts';
import { placeAfter } from './place-after.ts';

/** A stage stands behind a stage, not in it. */
function stagePlace(state: DrawingState, id: string | undefined): { into: string; after?: string } {
  const standing = id === undefined ? undefined : findState(state.log.pack.machine, id);
  const holder = standing?.above.at(-1);
  return id !== undefined && holder ? { into: holder.id, after: id } : placeAfter(state, id);
}

/** Brings what was just made into sight, ready to be named. */
function revealNew({ drawing, showSteps }: ActionTools): void {
  drawing.select(drawing.get().log.past.at(-1)?.places[0], { reveal: true });
  showSteps();
}

function keepSelected({ drawing, id }: ActionTools): void {
  drawing.select(id === undefined ? undefined : `steps/${id}`, { reveal: true });
}

function pasteInto(tools: ActionTools, fragment: Fragment | undefined): void {
  const { drawing, id } = tools;
  if (drawing.perform(paste, { fragment: fragment as Fragment, ...placeAfter(drawing.get(), id) }))
    revealNew(tools);
}

const copied = ({ log }: DrawingState, id: string | undefined) =>
  id === undefined ? undefined : fragmentOf(log.pack, [id]);

function kindAction(kind: 'work' | 'wait' | 'end', Icon: Action['Icon']): Action {
  return {
    id: `kind_${kind}`,
    label: ({ work: 'kindWork', wait: 'kindWait', end: 'kindEnd' } as const)[kind],
    Icon,
    group: 'kind',
    isOn: ({ log }, id) => log.pack.steps[id]?.kind === kind,
    can: ({ log }, id) => id !== undefined && setKind.can(log.pack, { id, kind }) === undefined,
    run: ({ drawing, id }) => {
      if (id !== undefined) drawing.perform(setKind, { id, kind });
    },
  };
}

type Moved = (
  pack: DrawingState['log']['pack'],
  id: string,
) => Parameters<typeof moveStep.can>[1] | undefined;

function moveAction(
  id: string,
  label: Action['label'],
  Icon: Action['Icon'],
  shortcut: string,
  moved: Moved,
): Action {
  return {
    id,
    label,
    Icon,
    group: 'move',
    shortcut,
    can: ({ log }, step) => step !== undefined && moved(log.pack, step) !== undefined,
    run: (tools) => {
      const { drawing, id: step } = tools;
      const move = step === undefined ? undefined : moved(drawing.get().log.pack, step);
      if (move && drawing.perform(moveStep, move)) keepSelected(tools);
    },
  };
}

/** Everything people can do at the drawing table that is not typing. One object here: menu, keys and palette follow. */
export const ACTIONS: readonly Action[] = [
  {
    id: 'undo',
    label: 'undo',
    Icon: IconArrowBackUp,
    shortcut: 'mod+Z',
    can: ({ log }) => log.past.length > 0,
    run: ({ drawing }) => drawing.undo(),
  },
  {
    id: 'redo',
    label: 'redo',
    Icon: IconArrowForwardUp,
    shortcut: 'mod+shift+Z',
    can: ({ log }) => log.future.length > 0,
    run: ({ drawing }) => drawing.redo(),
  },
  {
    id: 'add_step',
    label: 'addStep',
    Icon: IconRowInsertBottom,
    group: 'add',
    shortcut: 'mod+Enter',
    can: (state, id) => addStep.can(state.log.pack, { title: {}, ...placeAfter(state, id) }) === undefined,
    run: (tools) => {
      const { drawing, id, text } = tools;
      const args = { title: {}, outcome: text('outcome'), ...placeAfter(drawing.get(), id) };
      if (drawing.perform(addStep, args)) revealNew(tools);
    },
  },
  {
    id: 'add_last_step',
    label: 'addLastStep',
    Icon: IconRowInsertBottom,
    can: ({ log }, id) => id !== undefined && addStep.can(log.pack, { title: {}, into: id }) === undefined,
    run: (tools) => {
      const { drawing, id, text } = tools;
      const { pack } = drawing.get().log;
      const holder = id === undefined ? undefined : findState(pack.machine, id)?.state;
      if (id === undefined || !holder) return;
      const after = readingOrder(pack, holder).at(-1);
      const args = { title: {}, into: id, outcome: text('outcome'), ...(after !== undefined && { after }) };
      if (drawing.perform(addStep, args)) revealNew(tools);
    },
  },
  {
    id: 'add_stage',
    label: 'addStage',
    Icon: IconLayoutNavbarExpand,
    group: 'add',
    can: (state, id) =>
      addStage.can(state.log.pack, { title: {}, firstStep: {}, ...stagePlace(state, id) }) === undefined,
    run: (tools) => {
      const { drawing, id, text } = tools;
      const args = { title: {}, firstStep: {}, outcome: text('outcome'), ...stagePlace(drawing.get(), id) };
      if (drawing.perform(addStage, args)) revealNew(tools);
    },
  },
  {
    id: 'add_track',
    label: 'addTrack',
    Icon: IconLayoutNavbarExpand,
    can: () => true,
    run: (tools) => {
      if (tools.drawing.perform(addTrack, { title: {}, idle: tools.text('idle') })) revealNew(tools);
    },
  },
  {
    id: 'copy',
    label: 'copy',
    Icon: IconCopy,
    group: 'clipboard',
    shortcut: 'mod+C',
    isNative: true,
    isReading: true,
    can: (state, id) => copied(state, id) !== undefined,
    run: ({ drawing, id, writeClipboard }) => {
      const fragment = copied(drawing.get(), id);
      if (fragment) writeClipboard(JSON.stringify(fragment));
    },
  },
  {
    id: 'cut',
    label: 'cut',
    Icon: IconCut,
    group: 'clipboard',
    shortcut: 'mod+X',
    isNative: true,
    can: (state, id) =>
      id !== undefined &&
      copied(state, id) !== undefined &&
      removeStep.can(state.log.pack, { id }) === undefined,
    run: ({ drawing, id, writeClipboard }) => {
      const fragment = copied(drawing.get(), id);
      if (!fragment || id === undefined) return;
      writeClipboard(JSON.stringify(fragment));
      drawing.perform(removeStep, { id });
    },
  },
  {
    id: 'paste',
    label: 'paste',
    Icon: IconClipboard,
    group: 'clipboard',
    shortcut: 'mod+V',
    isNative: true,
    can: () => true,
    run: async (tools) => pasteInto(tools, readFragment(await tools.readClipboard())),
  },
  {
    id: 'duplicate',
    label: 'duplicate',
    Icon: IconCopyPlus,
    group: 'clipboard',
    shortcut: 'mod+D',
    can: (state, id) => copied(state, id) !== undefined,
    run: (tools) => {
      const { drawing, id } = tools;
      const fragment = copied(drawing.get(), id);
      const place = stagePlace(drawing.get(), id);
      if (fragment && drawing.perform(paste, { fragment, ...place })) revealNew(tools);
    },
  },
  moveAction('move_up', 'moveUp', IconArrowUp, 'alt+ArrowUp', earlier),
  moveAction('move_down', 'moveDown', IconArrowDown, 'alt+ArrowDown', later),
  moveAction('nest', 'nest', IconIndentIncrease, 'alt+shift+ArrowRight', inwards),
  moveAction('unnest', 'unnest', IconIndentDecrease, 'alt+shift+ArrowLeft', outwards),
  kindAction('work', IconPencilCheck),
  kindAction('wait', IconHourglass),
  kindAction('end', IconFlag),
  {
    id: 'measure',
    label: 'measure',
    Icon: IconGavel,
    group: 'kind',
    isOn: ({ log }, id) => findState(log.pack.machine, id)?.state.tags?.includes('measure') === true,
    can: ({ log }, id) => id !== undefined && log.pack.steps[id]?.kind === 'work',
    run: ({ drawing, id }) => {
      if (id === undefined) return;
      const tags = findState(drawing.get().log.pack.machine, id)?.state.tags ?? [];
      drawing.perform(setMeasure, { id, measure: !tags.includes('measure') });
    },
  },
  {
    id: 'remove',
    label: 'remove',
    Icon: IconTrash,
    group: 'remove',
    shortcut: 'mod+Delete',
    can: ({ log }, id) => id !== undefined && removeStep.can(log.pack, { id }) === undefined,
    run: ({ drawing, id }) => {
      const { pack } = drawing.get().log;
      if (id === undefined) return;
      const next = neighbour(pack, id);
      if (drawing.perform(removeStep, { id })) drawing.select(next && `steps/${next}`, { reveal: true });
    },
  },
  {
    id: 'find',
    label: 'find',
    Icon: IconSearch,
    shortcut: 'mod+K',
    isReading: true,
    can: () => true,
    run: ({ openPalette }) => openPalette(),
  },
  {
    id: 'keys',
    label: 'keys',
    Icon: IconKeyboard,
    shortcut: '?',
    isLetter: true,
    isReading: true,
    can: () => true,
    run: ({ openKeys }) => openKeys(),
  },
  ...VIEWS.map(
    ({ id: view, Icon }): Action => ({
      id: `go_${view}`,
      label: 'goTo',
      view,
      Icon,
      isReading: true,
      // What starts from nothing has nothing to adapt.
      can: ({ base }) => view !== 'adapt' || base !== undefined,
      run: ({ go }) => go(view),
    }),
  ),
];

/** What is read before a step, else after it, else its stage. */
export function neighbour(pack: DrawingState['log']['pack'], id: string): string | undefined {
  const holder = findState(pack.machine, id)?.above.at(-1);
  if (!holder) return undefined;
  const siblings = readingOrder(pack, holder);
  const index = siblings.indexOf(id);
  return siblings[index - 1] ?? siblings[index + 1] ?? holder.id;
}
