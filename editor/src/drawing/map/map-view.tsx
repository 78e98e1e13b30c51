import './map-view.css';
import { Group, Text, VisuallyHidden } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { ReactFlowProvider } from '@xyflow/react';
import { memo, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { focusCard } from '../../map/focus-card.ts';
import { MapCanvas, type MapHands } from '../../map/map-canvas.tsx';
import { PackProvider, useLabels } from '../../pack/pack-context.tsx';
import { useDrawing, useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { BesidePanel } from '../panel/beside-panel.tsx';
import { GoesToDialog } from '../panel/goes-to-dialog.tsx';
import { stepOfPlace } from '../panel/step-panel.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { applyPins } from './apply-pins.ts';
import { ArrowTools } from './arrow-tools.tsx';
import { CardTools } from './card-tools.tsx';
import { MapActsContext, RenamingContext } from './map-acts.ts';
import { ArrowMenu, StepMenu } from './map-menus.tsx';
import { MapToolbar } from './map-toolbar.tsx';
import { type ProjectedMap, projectMap } from './project-map.ts';
import { useMapActsOf } from './use-map-acts.ts';
import { useMapKeys } from './use-map-keys.ts';
import { useMapPrint } from './use-map-print.ts';
import { usePins } from './use-pins.ts';

const TOOLS = { Card: CardTools, Arrow: ArrowTools };
const NONE: readonly string[] = [];

/** The procedure as a map that is drawn: every act of it by pointer and by keys, its layout computed after each. */
export function MapView() {
  const [isOpen, setOpen] = useState(false);
  // What is typed shows at once in its field; the map follows when there is time.
  const pack = useDeferredValue(useDrawnPack());
  const view = useRef<HTMLDivElement>(null);
  const open = useCallback((hasFocus: boolean) => {
    setOpen(true);
    if (!hasFocus) return;
    focusPanel();
  }, []);
  const close = useCallback(() => {
    setOpen(false);
    requestAnimationFrame(() =>
      view.current?.querySelector<HTMLElement>('.react-flow__node[tabindex="0"]')?.focus(),
    );
  }, []);
  return (
    <BesidePanel isOpen={isOpen} onClose={close}>
      <div className="map-view" ref={view}>
        <ReactFlowProvider>
          <PackProvider pack={pack}>
            <DrawnMap pack={pack} onOpen={open} />
          </PackProvider>
        </ReactFlowProvider>
      </div>
    </BesidePanel>
  );
}

type Props = { readonly pack: Pack; readonly onOpen: (hasFocus: boolean) => void };

const DrawnMap = memo(function DrawnMap({ pack, onOpen }: Props) {
  const { t, dir } = useDrawingWords();
  const drawing = useDrawing();
  const labels = useLabels();
  const selected = useDrawingState((state) => stepOfPlace(state.selected));
  const revealed = useDrawingState((state) => state.revealed);
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const [isDown, setDown] = useState(true);
  const before = useRef<ProjectedMap>(undefined);
  const projected = useMemo(() => {
    before.current = projectMap(pack, before.current);
    return before.current;
  }, [pack]);
  const { graph } = projected;
  const { pins, pin, unpin } = usePins();
  // The card stays where it was let go; what makes way for it follows when there is time.
  const pinned = useDeferredValue(pins);
  const { acts, asked, ask, renaming, rename } = useMapActsOf(projected);
  const [isWhole, setWhole] = useState(false);
  useMapPrint(setWhole);
  const hands = useMemo(
    (): MapHands => ({
      tools: TOOLS,
      isReadOnly,
      revealed,
      arrange: (layout) => applyPins(graph, layout, pinned),
      onMove: pin,
      onConnect: (from, to) => ask({ kind: 'goes', from, to }),
      isWhole,
      onEnter: (step) => drawing.select(`steps/${step}`, { reveal: true }),
    }),
    [isReadOnly, revealed, graph, pinned, pin, ask, isWhole, drawing],
  );
  const select = useCallback(
    (step: string | undefined) => {
      drawing.select(step === undefined ? undefined : `steps/${step}`);
      if (step !== undefined) onOpen(false);
    },
    [drawing, onOpen],
  );
  const open = useCallback(
    (step: string) => {
      drawing.select(`steps/${step}`);
      onOpen(true);
    },
    [drawing, onOpen],
  );
  const onKeyDown = useMapKeys({ acts, isDown, isRtl: dir === 'rtl', onOpen: open });
  const endRenaming = useCallback(() => rename(undefined), [rename]);
  const naming = useMemo(() => ({ step: renaming, end: endRenaming }), [renaming, endRenaming]);
  // An act of a menu may ask for something else before the menu is away.
  const close = () => ask((now) => (now === asked ? undefined : now));
  const canvas = useRef<HTMLDivElement>(null);
  const endGoing = () => {
    close();
    if (asked?.kind === 'goes') focusCard(canvas.current, asked.from);
  };
  return (
    <MapActsContext value={acts}>
      <RenamingContext value={naming}>
        <Group justify="space-between" gap="4px 16px">
          <MapToolbar
            isDown={isDown}
            onTurn={setDown}
            hasPins={Object.keys(pins).length > 0}
            onTidy={() => unpin()}
            onWhole={setWhole}
          />
          <Text size="sm" c="dimmed" className="map-hint">
            {t('map.walk')}
          </Text>
        </Group>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys come from the cards inside */}
        <div
          ref={canvas}
          onKeyDown={onKeyDown}
          onDoubleClick={(pressed) => renamed(pressed.target, acts.rename)}
        >
          <MapCanvas
            graph={graph}
            direction={isDown ? 'DOWN' : 'RIGHT'}
            here={NONE}
            past={NONE}
            selected={selected}
            onSelect={select}
            height="max(420px, calc(100dvh - 300px))"
            hands={hands}
          />
        </div>
        <VisuallyHidden role="status">
          {selected === undefined ? '' : t('map.selectedStep', { name: labels.state(selected) })}
        </VisuallyHidden>
        {asked?.kind === 'step' ? (
          <StepMenu {...asked} isPinned={asked.step in pins} onOpen={open} onUnpin={unpin} onClose={close} />
        ) : null}
        {asked?.kind === 'arrow' ? <ArrowMenu {...asked} onOpen={open} onClose={close} /> : null}
        {asked?.kind === 'goes' ? <GoesToDialog from={asked.from} to={asked.to} onClose={endGoing} /> : null}
      </RenamingContext>
    </MapActsContext>
  );
});

/** Puts the reader into the panel, as soon as it is made. */
function focusPanel(patience = 120): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('.step-panel input, .step-panel textarea');
    if (field) field.focus();
    else if (patience > 0) focusPanel(patience - 1);
  });
}

/** Twice on a title, and it is typed in. */
function renamed(target: EventTarget, rename: (step: string) => void): void {
  if (!(target instanceof Element) || !target.closest('.step-title')) return;
  const step = target.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
  if (step !== undefined) rename(step);
}
