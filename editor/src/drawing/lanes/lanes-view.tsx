import './lanes.css';
import {
  DndContext,
  type DragEndEvent,
  PointerSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { Checkbox, Group, Text, VisuallyHidden } from '@mantine/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  memo,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { PackProvider, useLabels } from '../../pack/pack-context.tsx';
import { setField } from '../commands/elements.ts';
import { useDrawing, useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { BesidePanel } from '../panel/beside-panel.tsx';
import { stepOfPlace } from '../panel/step-panel.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { HandOffs, SIZE } from './hand-offs.tsx';
import { StepInLane } from './lane-card.tsx';
import { LaneRow } from './lane-row.tsx';
import { type LaneCard, NOBODY, type ProjectedLanes, projectLanes, whoAfter } from './project-lanes.ts';

/** Roles as lanes, steps along them in reading order, hand-offs between them; a step moved to a lane changes who does it. */
export function LanesView() {
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => setOpen(true), []);
  const pack = useDeferredValue(useDrawnPack());
  const before = useRef<ProjectedLanes>(undefined);
  const projected = useMemo(() => {
    before.current = projectLanes(pack, before.current);
    return before.current;
  }, [pack]);
  return (
    <BesidePanel isOpen={isOpen} onClose={() => setOpen(false)}>
      <PackProvider pack={pack}>
        <Lanes projected={projected} onOpen={open} />
      </PackProvider>
    </BesidePanel>
  );
}

type Props = { readonly projected: ProjectedLanes; readonly onOpen: () => void };

/** Drawn again when there is time after a key, not with it. */
const Lanes = memo(function Lanes({ projected, onOpen }: Props) {
  const { t, dir } = useDrawingWords();
  const drawing = useDrawing();
  const labels = useLabels();
  const selected = useDrawingState((state) => stepOfPlace(state.selected));
  const revealed = useDrawingState((state) => state.revealed);
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const [isAll, setAll] = useState(false);
  const [told, setTold] = useState('');
  const scroll = useRef<HTMLDivElement>(null);
  const lanes = useMemo(
    () => projected.lanes.filter(({ isUsed, id }) => isUsed || (isAll && id !== NOBODY)),
    [projected.lanes, isAll],
  );
  const { cards, handOffs } = projected;
  const cardOf = useMemo(() => new Map(cards.map((card) => [card.id, card])), [cards]);
  const cardsOf = useMemo(() => {
    const found = new Map<string, LaneCard[]>();
    for (const card of cards) {
      const beside = found.get(card.lane);
      if (beside) beside.push(card);
      else found.set(card.lane, [card]);
    }
    return found;
  }, [cards]);
  const laneAt = useMemo(() => new Map(lanes.map(({ id }, index) => [id, index])), [lanes]);
  const stop = selected !== undefined && cardOf.has(selected) ? selected : cards[0]?.id;
  const stopColumn = cardOf.get(stop ?? '')?.column ?? 0;
  const virtual = useVirtualizer({
    horizontal: true,
    isRtl: dir === 'rtl',
    count: cards.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => SIZE.column,
    overscan: 4,
    scrollPaddingStart: SIZE.name,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), stopColumn])].sort((a, b) => a - b),
  });
  useEffect(() => {
    if (revealed > 0) virtual.scrollToIndex(stopColumn);
  }, [revealed, stopColumn, virtual]);
  const inSight = virtual.range;
  const shown = new Set(virtual.getVirtualItems().map(({ index }) => index));
  const width = SIZE.name + 24 + cards.length * SIZE.column;
  const noteOf = ({ isWhoByFact, others }: LaneCard) =>
    isWhoByFact
      ? t('lanes.byFact')
      : others.length > 0
        ? t('lanes.with', { roles: others.map(labels.role).join(', ') })
        : '';
  const nameOf = (lane: string) => (lane === NOBODY ? t('lanes.nobody') : labels.role(lane));

  const give = (step: string, to: string) => {
    const card = cardOf.get(step);
    if (!card || card.lane === to || isReadOnly) return;
    if (card.isWhoByFact) {
      setTold(t('lanes.fixed'));
      return;
    }
    const value = whoAfter(drawing.get().log.pack, step, to);
    const args = { section: 'steps' as const, id: step, path: ['who'] as const, ...(value && { value }) };
    if (drawing.perform(setField, args)) {
      drawing.select(`steps/${step}`);
      setTold(t('lanes.moved', { name: labels.state(step), role: nameOf(to) }));
    }
  };
  const focus = (step: string | undefined) => {
    const card = cardOf.get(step ?? '');
    if (!card) return;
    drawing.select(`steps/${card.id}`);
    virtual.scrollToIndex(card.column);
    requestAnimationFrame(() =>
      scroll.current?.querySelector<HTMLElement>(`[data-step="${card.id}"]`)?.focus({ preventScroll: false }),
    );
  };
  const onKeyDown = (pressed: KeyboardEvent) => {
    const step = pressed.target instanceof HTMLElement ? pressed.target.dataset['step'] : undefined;
    const card = cardOf.get(step ?? '');
    if (!card) return;
    const [on, back] = dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    const by = pressed.key === 'ArrowDown' ? 1 : pressed.key === 'ArrowUp' ? -1 : 0;
    const lane = laneAt.get(card.lane) ?? 0;
    if (by !== 0 && pressed.altKey) {
      const to = lanes[lane + by]?.id ?? (by > 0 ? NOBODY : undefined);
      if (to !== undefined) give(card.id, to);
      requestAnimationFrame(() => focus(card.id));
    } else if (by !== 0) {
      // The nearest step of the next lane that has one.
      for (let at = lane + by; at >= 0 && at < lanes.length; at += by) {
        const beside = cards.filter((each) => each.lane === lanes[at]?.id);
        const near = [...beside].sort(
          (a, b) => Math.abs(a.column - card.column) - Math.abs(b.column - card.column),
        )[0];
        if (!near) continue;
        focus(near.id);
        break;
      }
    } else if (pressed.key === on) focus(cards[card.column + 1]?.id);
    else if (pressed.key === back) focus(cards[card.column - 1]?.id);
    else return;
    pressed.preventDefault();
  };
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
  );
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over) give(String(active.id), String(over.id));
  };
  const stages = useMemo(() => stagesOf(cards), [cards]);
  if (cards.length === 0) return <Text>{t('lanes.empty')}</Text>;
  return (
    <div className="lanes-view">
      <Group justify="space-between">
        <Text>{t('lanes.handOffs', { number: handOffs.length })}</Text>
        <Checkbox
          label={t('lanes.all')}
          checked={isAll}
          onChange={({ currentTarget }) => setAll(currentTarget.checked)}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {t('lanes.help')}
      </Text>
      <DndContext sensors={sensors} onDragEnd={onDragEnd} accessibility={{ announcements: SILENT }}>
        <section ref={scroll} className="lanes-scroll" aria-label={t('lanes.title')}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and presses come from the cards inside */}
          <div
            style={{ inlineSize: width }}
            onKeyDown={onKeyDown}
            onClick={({ target }) => {
              const step =
                target instanceof Element
                  ? target.closest<HTMLElement>('[data-step]')?.dataset['step']
                  : undefined;
              if (step === undefined) return;
              drawing.select(`steps/${step}`);
              onOpen();
            }}
          >
            <div className="lane-stages" style={{ blockSize: SIZE.head }}>
              {stages.map(({ id, column, span }) => (
                <span
                  key={`${id} ${column}`}
                  className="lane-stage"
                  style={{
                    insetInlineStart: SIZE.name + 6 + column * SIZE.column,
                    inlineSize: span * SIZE.column - 8,
                  }}
                >
                  <span>{labels.state(id)}</span>
                </span>
              ))}
            </div>
            <div className="lane-rows">
              <HandOffs
                handOffs={handOffs}
                cards={cardOf}
                laneAt={laneAt}
                selected={selected}
                columns={cards.length}
                lanes={lanes.length}
                first={inSight?.startIndex ?? 0}
                last={inSight?.endIndex ?? 0}
              />
              {lanes.map((lane, index) => (
                <LaneRow
                  key={lane.id}
                  lane={lane}
                  name={nameOf(lane.id)}
                  steps={cardsOf.get(lane.id)?.length ?? 0}
                  isFirst={index === 0 || lanes[index - 1]?.sector !== lane.sector}
                  width={width}
                >
                  {(cardsOf.get(lane.id) ?? NONE)
                    .filter(({ column }) => shown.has(column))
                    .map((card) => (
                      <StepInLane
                        key={card.id}
                        card={card}
                        title={labels.state(card.id) || t('matrix.untitled')}
                        note={noteOf(card)}
                        isSelected={card.id === selected}
                        isStop={card.id === stop}
                        canMove={!isReadOnly}
                      />
                    ))}
                </LaneRow>
              ))}
            </div>
          </div>
        </section>
      </DndContext>
      <VisuallyHidden role="status">{told}</VisuallyHidden>
    </div>
  );
});

const NONE: readonly LaneCard[] = [];

/** The stages along the lanes, each as long as its steps that follow each other. */
function stagesOf(cards: readonly LaneCard[]): readonly { id: string; column: number; span: number }[] {
  return cards.reduce<{ id: string; column: number; span: number }[]>((found, { stage, column }) => {
    const last = found.at(-1);
    if (last?.id === stage) last.span += 1;
    else found.push({ id: stage, column, span: 1 });
    return found;
  }, []);
}

/** What was done is told once, in the reader's language, by the view itself. */
const SILENT = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
} as const;
