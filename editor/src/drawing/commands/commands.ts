import { addStep, insertStep } from './add-step.ts';
import { askFact } from './asks.ts';
import { addElement, removeElement, setField } from './elements.ts';
import { expectNow } from './expect-now.ts';
import { setFields } from './fields.ts';
import { setCalendar, setHead } from './head.ts';
import { setKind, setMeasure } from './kinds.ts';
import { addOtherwise, dropName } from './mending.ts';
import { moveStep } from './move-step.ts';
import { paste } from './paste.ts';
import { removeStep } from './remove-step.ts';
import { revertToBase } from './revert.ts';
import { addStage, addTrack, askAgain, openTrackWhen } from './stages.ts';
import { acceptSuggestion } from './suggestions.ts';
import { addClock, connect, removeWay, reorderWay, retargetWay, setGuard } from './ways.ts';

/** Every way to change a pack. One line here, one sentence in each language under `drawing.commands`, one generator in the property test. */
export const COMMANDS = {
  add_step: addStep,
  insert_step: insertStep,
  remove_step: removeStep,
  move_step: moveStep,
  paste,
  set_kind: setKind,
  set_measure: setMeasure,
  add_stage: addStage,
  add_track: addTrack,
  open_track_when: openTrackWhen,
  ask_again: askAgain,
  ask_fact: askFact,
  connect,
  add_clock: addClock,
  remove_way: removeWay,
  retarget_way: retargetWay,
  set_guard: setGuard,
  reorder_way: reorderWay,
  add_otherwise: addOtherwise,
  drop_name: dropName,
  revert_to_base: revertToBase,
  add_element: addElement,
  set_field: setField,
  set_fields: setFields,
  remove_element: removeElement,
  expect_now: expectNow,
  set_head: setHead,
  set_calendar: setCalendar,
  accept_suggestion: acceptSuggestion,
} as const;

export type CommandId = keyof typeof COMMANDS;
