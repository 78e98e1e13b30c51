import type { Text } from '@parcours/engine';
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { useActions } from '../actions/actions-context.ts';
import { setField } from '../commands/elements.ts';
import { moveStep } from '../commands/move-step.ts';
import { readingOrder } from '../commands/reading-order.ts';
import { removeStep } from '../commands/remove-step.ts';
import { useDrawing } from '../drawing-context.tsx';
import { newBurst } from '../log/burst.ts';
import { findState } from '../log/find-state.ts';
import { inwards, outwards } from '../log/moves.ts';
import { useOutline } from './outline-context.ts';
import { pastedLines } from './pasted-lines.ts';
import { titleAct } from './title-keys.ts';
import { type Caret, joinToPrevious, writeLines } from './write-lines.ts';

type Props = {
  readonly id: string;
  readonly number: string;
  readonly title: Text;
  readonly kind: 'track' | 'stage' | 'step';
};

const LABELS = {
  track: 'outline.trackTitle',
  stage: 'outline.stageTitle',
  step: 'outline.stepTitle',
} as const;

/** The title of a step or a stage, typed in place; Enter, Tab, Backspace and the arrows do what they do in a text processor. */
export function TitleField({ id, number, title, kind }: Props) {
  const { t, say, writes, isReading } = useOutline();
  const drawing = useDrawing();
  const actions = useActions();
  const burst = useRef('');
  const isPassing = useRef(false);
  const value = title[writes] ?? '';
  if (isReading) return <span dir="auto">{say(title)}</span>;

  const move = (find: typeof inwards): boolean => {
    const found = find(drawing.get().log.pack, id);
    if (!found || !drawing.perform(moveStep, found)) return false;
    // In front of its text still, so that the same keys take it back.
    goOn({ id, at: 0 });
    return true;
  };
  const goOn = (caret: Caret) => {
    wanted = caret;
    drawing.select(`steps/${caret.id}`, { reveal: true });
  };
  /** Writes lines in place of what is marked; true when they were written. */
  const write = (field: HTMLTextAreaElement, lines: readonly string[], isAfterLast: boolean): boolean => {
    // No title begins with the space where it was parted: joined again, the two are as they were.
    const behind = value.slice(field.selectionEnd);
    const tail = isAfterLast ? behind : behind.trimStart();
    const head = value.slice(0, field.selectionStart) + behind.slice(0, behind.length - tail.length);
    const all = lines.map(
      (line, index) => (index === 0 ? head : '') + line + (index === lines.length - 1 ? tail : ''),
    );
    const last = writeLines({ drawing, id, writes }, all, t('actions.outcome'));
    if (last !== undefined) goOn({ id: last, at: isAfterLast ? (lines.at(-1)?.length ?? 0) : 0 });
    return last !== undefined;
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = event.clipboardData.getData('text/plain');
    // Steps copied in a procedure are put in as steps, by the table around.
    if (text.includes('"parcours":"fragment"')) return;
    const lines = pastedLines(text);
    if (lines.length > 1 && write(event.currentTarget, lines, true)) event.preventDefault();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const field = event.currentTarget;
    const act = titleAct({
      key: event.key,
      shiftKey: event.shiftKey,
      altKey: event.altKey,
      hasCommand: event.ctrlKey || event.metaKey,
      isComposing: event.nativeEvent.isComposing,
      isEmpty: value === '',
      // Read only when an arrow asks: it makes the browser measure the page.
      isOneLine: event.key.startsWith('Arrow') && isOneLine(field),
      caret: caretOf(field),
      isPassing: isPassing.current,
    });
    if (event.key !== 'Tab' && event.key !== 'Shift') isPassing.current = act === 'release';
    if (act === undefined || act === 'release') return;
    if (act === 'join') {
      const met = kind === 'step' ? joinToPrevious({ drawing, id, writes }) : undefined;
      if (!met) return;
      event.preventDefault();
      goOn(met);
      return;
    }
    if (act === 'nest' || act === 'unnest') {
      if (!move(act === 'nest' ? inwards : outwards)) return;
      event.preventDefault();
      lastKey = '';
      return;
    }
    event.preventDefault();
    if (act === 'previous' || act === 'next') focusTitle(field, act === 'next' ? 1 : -1);
    else if (act === 'remove') actions.run('remove', id);
    else if (kind !== 'step') goIn(field);
    else if (act === 'split') write(field, ['', ''], false);
    else if (act === 'new') actions.run('add_step', id);
    else leave(field);
  };
  /** From a heading to its first step; a track that is not open yet keeps its first line, what is written comes after. */
  const goIn = (field: HTMLElement) => {
    const { pack } = drawing.get().log;
    const holder = findState(pack.machine, id)?.state;
    const [first, second] = holder ? readingOrder(pack, holder) : [];
    const isIdle = first !== undefined && pack.steps[first]?.kind === 'idle';
    if (isIdle && second === undefined) actions.run('add_step', first);
    else focusTitle(field, isIdle ? 2 : 1);
  };
  const leave = (field: HTMLElement) => {
    const { pack } = drawing.get().log;
    const holder = findState(pack.machine, id)?.above.at(-1);
    if (!holder || readingOrder(pack, holder).at(-1) !== id) return;
    const foot = field
      .closest('[data-outline-root]')
      ?.querySelector<HTMLElement>(`[data-foot="${holder.id}"] button`);
    if (removeStep.can(pack, { id }) === undefined) drawing.perform(removeStep, { id });
    foot?.focus();
  };
  return (
    <span className="outline-title" data-value={value || say(title)}>
      <textarea
        rows={1}
        dir="auto"
        data-title
        aria-label={`${t(LABELS[kind])} ${number}`}
        placeholder={say(title) || t(LABELS[kind])}
        value={value}
        onFocus={(event) => {
          burst.current = newBurst();
          isPassing.current = event.currentTarget.matches(':focus-visible') && lastKey === 'Tab';
          if (wanted?.id === id) event.currentTarget.setSelectionRange(wanted.at, wanted.at);
          wanted = undefined;
        }}
        onPointerDown={() => {
          isPassing.current = false;
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onChange={(event) => {
          const typed = event.currentTarget.value.replaceAll('\n', ' ');
          const path = ['title', writes] as const;
          const args = { section: 'steps', id, path, ...(typed !== '' && { value: typed }) } as const;
          drawing.perform(setField, args, burst.current);
        }}
      />
    </span>
  );
}

/** Where the cursor goes in the title that is shown next. */
let wanted: Caret | undefined;

/** The key pressed last anywhere, to tell who arrives by Tab from who arrives by a new line or a click. */
let lastKey = '';
if (typeof document !== 'undefined') {
  document.addEventListener('keydown', (event) => (lastKey = event.key), true);
  document.addEventListener('pointerdown', () => (lastKey = ''), true);
}

const isOneLine = (field: HTMLTextAreaElement): boolean =>
  field.clientHeight < 1.9 * Number.parseFloat(getComputedStyle(field).lineHeight);

function caretOf({ selectionStart, selectionEnd, value }: HTMLTextAreaElement) {
  if (selectionStart !== selectionEnd) return 'inside';
  if (value === '') return 'both';
  return selectionStart === 0 ? 'start' : selectionEnd === value.length ? 'end' : 'inside';
}

/** Goes to the title before or after, in reading order. */
function focusTitle(field: HTMLElement, by: 1 | 2 | -1): void {
  const titles = [
    ...(field.closest('[data-outline-root]')?.querySelectorAll<HTMLElement>('[data-title]') ?? []),
  ];
  titles[titles.indexOf(field) + by]?.focus();
}
