import { useHotkeys } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useDrawing } from '../drawing-context.tsx';
import { textLanguage } from '../log/text-language.ts';
import type { ViewId } from '../views.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { type Action, type ActionTools, isPossible, stepAt } from './action.ts';
import { ActionMenu, type OpenMenu } from './action-menu.tsx';
import { ACTIONS } from './actions.ts';
import { ActionsContext, type ActionsDoor } from './actions-context.ts';
import { keepCopy, readClipboard, writeClipboard } from './clipboard.ts';

const KeySheet = lazy(async () => ({ default: (await import('./key-sheet.tsx')).KeySheet }));
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

const KEYED = ACTIONS.flatMap((action) =>
  action.shortcut === undefined || action.isNative || action.isLetter
    ? []
    : [{ action, keys: action.shortcut }],
);
const SYNONYMS = [{ action: 'redo', keys: 'mod+Y' }];
/** Signs that need the shift key on some keyboards and not on others, the Arabic one among them. */
const LETTERS = ACTIONS.flatMap((action) =>
  action.isLetter && action.shortcut === '?'
    ? ['?', 'shift+?', '؟', 'shift+؟'].map((keys) => ({ action: action.id, keys }))
    : [],
);
const byId = (id: string) => ACTIONS.find((each) => each.id === id);

type Props = {
  /** What is looked at now. */
  readonly view?: ViewId;
  readonly onView: (view: ViewId) => void;
  readonly children: ReactNode;
};

/** Where steps are seen: what is made of them is found there. */
const OF_STEPS: readonly ViewId[] = ['outline', 'map', 'matrix', 'lanes'];

/** Gives the views below their actions: keys, the menu of a step, the palette, and the browser's copy, cut and paste. */
export function ActionsProvider({ view: here, onView, children }: Props) {
  const drawing = useDrawing();
  const { t, language } = useDrawingWords();
  const [menu, setMenu] = useState<OpenMenu>();
  const [palette, setPalette] = useState(false);
  const [keys, setKeys] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  const view = useRef(onView);
  view.current = onView;
  const seen = useRef(here);
  seen.current = here;

  const tools = useMemo(
    () =>
      (id: string | undefined): ActionTools => ({
        drawing,
        id,
        text: (key) => ({ [textLanguage(drawing.get().log.pack, language)]: t(`actions.${key}`) }),
        go: (next) => view.current(next),
        showSteps: () => {
          if (seen.current !== undefined && !OF_STEPS.includes(seen.current)) view.current('outline');
        },
        openPalette: () => setPalette(true),
        openKeys: () => setKeys(true),
        readClipboard,
        writeClipboard,
      }),
    [drawing, language, t],
  );
  const door = useMemo((): ActionsDoor => {
    const perform = (action: Action | undefined, step = stepAt(drawing.get().selected)) => {
      if (action && isPossible(action, drawing.get(), step)) void action.run(tools(step));
    };
    return {
      run: (id, step) => perform(byId(id), step),
      openMenu: (id, origin) => setMenu({ id, origin }),
    };
  }, [drawing, tools]);

  useHotkeys(
    [
      ...KEYED.map(({ action, keys }): [string, () => void] => [keys, () => door.run(action.id)]),
      ...SYNONYMS.map(({ action, keys }): [string, () => void] => [keys, () => door.run(action)]),
    ],
    [],
    true,
  );
  useHotkeys(
    LETTERS.map(({ action, keys: pressed }): [string, () => void] => [pressed, () => door.run(action)]),
  );

  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      const id = event.type === 'cut' ? 'cut' : 'copy';
      const step = stepAt(drawing.get().selected);
      const action = byId(id);
      if (!isOurs(around.current) || isTextSelected() || !action) return;
      if (!isPossible(action, drawing.get(), step)) return;
      event.preventDefault();
      const write = (text: string) => {
        keepCopy(text);
        event.clipboardData?.setData('text/plain', text);
      };
      void action.run({ ...tools(step), writeClipboard: write });
    };
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const action = byId('paste');
      if (!isOurs(around.current) || !text.includes('"parcours":"fragment"') || !action) return;
      const step = stepAt(drawing.get().selected);
      if (!isPossible(action, drawing.get(), step)) return;
      event.preventDefault();
      void action.run({ ...tools(step), readClipboard: async () => text });
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [drawing, tools]);

  return (
    <ActionsContext value={door}>
      <div ref={around}>{children}</div>
      {menu ? <ActionMenu menu={menu} tools={tools} onClose={() => setMenu(undefined)} /> : null}
      {keys ? (
        <Suspense>
          <KeySheet onClose={() => setKeys(false)} />
        </Suspense>
      ) : null}
      {palette ? (
        <Suspense>
          <Palette tools={tools} onClose={() => setPalette(false)} />
        </Suspense>
      ) : null}
    </ActionsContext>
  );
}

/** True when the table has the focus, or nothing has: a dialog or a header keeps its own copy and paste. */
function isOurs(around: HTMLElement | null): boolean {
  const active = document.activeElement;
  return active === null || active === document.body || around?.contains(active) === true;
}

/** Somebody marked letters: they mean those, not the step. */
function isTextSelected(): boolean {
  const active = document.activeElement;
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement)
    return active.selectionStart !== active.selectionEnd;
  return document.getSelection()?.isCollapsed === false;
}
