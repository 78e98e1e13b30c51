import './outline.css';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { startTransition, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { PackProvider } from '../../pack/pack-context.tsx';
import { useStillPack } from '../../pack/use-still-pack.ts';
import { useMoments } from '../../words/use-moments.ts';
import { useQuantity } from '../../words/use-quantity.ts';
import { stepAt } from '../actions/action.ts';
import { useActions } from '../actions/actions-context.ts';
import { useDrawing, useDrawingState } from '../drawing-context.tsx';
import { textLanguage } from '../log/text-language.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { OutlineContext, type OutlineDoor, type Picking } from './outline-context.ts';
import { OutlineDrag } from './outline-drag.tsx';
import { OutlineFoot } from './outline-foot.tsx';
import { newHandles } from './outline-handles.ts';
import { nextOutline, type Outline } from './outline-of.ts';
import { OutlinePart } from './outline-part.tsx';
import { partsOf } from './outline-parts.ts';
import { OutlinePicker } from './outline-picker.tsx';
import type { OutlineWay } from './outline-ways.ts';
import { WayMenu } from './way-menu.tsx';

type Anchored<What> = { readonly what: What; readonly anchor: HTMLElement };

/** How many parts more (a stage with its steps, a step alone) are drawn at a time, so that no frame is long. */
const PARTS_AT_ONCE = 2;
/** A screenful. */
const PARTS_AT_FIRST = 6;

/** Rows are handed their words; they look up only the names of sources. */
const SPOKEN = ['sources'] as const;

/** The procedure as a document: chapters, headings, numbered steps, typed in place. */
export function OutlineView() {
  const { t } = useDrawingWords();
  const outline = useOutlineOfDrawing();
  const parts = useMemo(() => partsOf(outline), [outline]);
  const root = useRef<HTMLDivElement>(null);
  const [picking, setPicking] = useState<Anchored<Picking>>();
  const [way, setWay] = useState<Anchored<OutlineWay>>();
  const door = useOutlineDoor(
    useMemo(
      () => ({
        pick: (what: Picking, anchor: HTMLElement) => setPicking({ what, anchor }),
        openWay: (what: OutlineWay, anchor: HTMLElement) => setWay({ what, anchor }),
      }),
      [],
    ),
  );
  const still = useStillPack(SPOKEN);
  const [shown, showAll] = useGrowing(parts.length);
  useReveal(root, shown, showAll);
  return (
    <OutlineContext value={door}>
      <section
        ref={root}
        className="outline"
        data-outline-root
        data-reading={door.isReading || undefined}
        aria-label={t('outline.label')}
      >
        <PackProvider pack={still}>
          {parts
            .slice(0, shown)
            .map((part) =>
              'node' in part ? (
                <OutlinePart key={part.key} node={part.node} isAlone={part.isAlone} />
              ) : door.isReading ? null : (
                <OutlineFoot key={part.key} holder={part.holder} title={part.title} depth={part.depth} />
              ),
            )}
        </PackProvider>
        {door.isReading ? null : <AddTrack />}
      </section>
      {door.isReading ? null : <OutlineDrag />}
      {picking ? (
        <OutlinePicker picking={picking.what} anchor={picking.anchor} onClose={() => setPicking(undefined)} />
      ) : null}
      {way ? (
        <WayMenu
          way={way.what}
          anchor={way.anchor}
          onPick={(what) => setPicking({ what, anchor: way.anchor })}
          onClose={() => setWay(undefined)}
        />
      ) : null}
    </OutlineContext>
  );
}

function AddTrack() {
  const { t } = useDrawingWords();
  const actions = useActions();
  return (
    <button type="button" className="outline-quiet" onClick={() => actions.run('add_track')}>
      <IconPlus size={16} aria-hidden /> {t('outline.addTrack')}
    </button>
  );
}

/** The outline of the pack, every part that says the same kept from change to change. */
function useOutlineOfDrawing(): Outline {
  const pack = useDrawingState(({ log }) => log.pack);
  const before = useRef<Outline>(undefined);
  return useMemo(() => {
    before.current = nextOutline(before.current, pack);
    return before.current;
  }, [pack]);
}

function useOutlineDoor({ pick, openWay }: Pick<OutlineDoor, 'pick' | 'openWay'>): OutlineDoor {
  const { t, app, dir, say, language } = useDrawingWords();
  const writes = useDrawingState(({ log }) => textLanguage(log.pack, language));
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  // A phone, not a window made small or words made large: who draws at 200 % goes on drawing.
  const isPhone = useMediaQuery('(max-width: 48em) and (pointer: coarse)', undefined, {
    getInitialValueInEffect: false,
  });
  const moments = useMoments();
  const quantity = useQuantity();
  const describedBy = useId();
  const [handles] = useState(() => newHandles(describedBy));
  return useMemo(
    () => ({
      t,
      app,
      dir,
      language,
      say: (text) => say(text),
      writes,
      isReading: isReadOnly || isPhone === true,
      handles,
      spanWords: ({ spans, isWorking }) =>
        spans
          .map((each) => {
            if (each === null) return app('due.needsLaw');
            return typeof each === 'string'
              ? moments.duration(each, isWorking)
              : quantity(each.value, each.unit || undefined, isWorking);
          })
          .join(' / '),
      pick,
      openWay,
    }),
    [t, app, dir, language, say, writes, isReadOnly, isPhone, handles, moments, quantity, pick, openWay],
  );
}

/** How many parts are drawn: a screenful at first, then all, a few at a time. */
function useGrowing(total: number): readonly [number, () => void] {
  const [shown, setShown] = useState(PARTS_AT_FIRST);
  useEffect(() => {
    if (shown >= total) return;
    const timer = setTimeout(() => startTransition(() => setShown((now) => now + PARTS_AT_ONCE)), 0);
    return () => clearTimeout(timer);
  }, [shown, total]);
  return [shown, useCallback(() => setShown(Number.POSITIVE_INFINITY), [])];
}

/** Brings what is asked for into sight and puts the reader there, as soon as it is drawn. */
function useReveal(root: React.RefObject<HTMLElement | null>, shown: number, showAll: () => void): void {
  const drawing = useDrawing();
  const revealed = useDrawingState((state) => state.revealed);
  const done = useRef(0);
  useEffect(() => {
    if (revealed === done.current) return;
    const step = stepAt(drawing.get().selected);
    const row = root.current?.querySelector(`[data-place="steps/${step}"]`);
    if (!(row instanceof HTMLElement)) {
      if (step !== undefined) showAll();
      return;
    }
    done.current = revealed;
    row.scrollIntoView({ block: 'nearest' });
    if (!row.contains(document.activeElement) || document.activeElement === null)
      row.querySelector<HTMLElement>('[data-title]')?.focus({ preventScroll: true });
  }, [revealed, shown, showAll, drawing, root]);
}
