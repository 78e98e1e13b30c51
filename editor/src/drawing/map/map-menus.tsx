import { Menu } from '@mantine/core';
import {
  IconArrowRight,
  IconGavel,
  IconPencil,
  IconPinnedOff,
  IconPlus,
  IconRowInsertBottom,
  IconTrash,
  IconZoomScan,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLabels } from '../../pack/pack-context.tsx';
import { MenuPlace } from '../actions/menu-place.tsx';
import { setMeasure } from '../commands/kinds.ts';
import { removeStep } from '../commands/remove-step.ts';
import { findWay, type Way } from '../commands/way.ts';
import { removeWay } from '../commands/ways.ts';
import { useDrawing, useDrawnPack } from '../drawing-context.tsx';
import { findState } from '../log/find-state.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { type ArrowIntent, type Spot, useMapActs } from './map-acts.ts';

type AtSpot = {
  readonly label: string;
  readonly spot: Spot;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A menu where it was asked for. */
function MenuAt({ label, spot, onClose, children }: AtSpot) {
  return (
    <Menu opened onClose={onClose} position="bottom-start" returnFocus trapFocus>
      <Menu.Target>
        <MenuPlace style={{ position: 'fixed', left: spot.x, top: spot.y, width: 1, height: 1 }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>{children}</Menu.Dropdown>
    </Menu>
  );
}

type StepMenuProps = {
  readonly step: string;
  readonly spot: Spot;
  readonly isPinned: boolean;
  readonly onOpen: (step: string) => void;
  readonly onUnpin: (step: string) => void;
  readonly onClose: () => void;
};

/** What can be done with a step on the map. */
export function StepMenu({ step, spot, isPinned, onOpen, onUnpin, onClose }: StepMenuProps) {
  const { t, say } = useDrawingWords();
  const drawing = useDrawing();
  const acts = useMapActs();
  const pack = useDrawnPack();
  const isMeasure = findState(pack.machine, step)?.state.tags?.includes('measure') ?? false;
  const kind = pack.steps[step]?.kind;
  const name = say(pack.steps[step]?.title, step);
  return (
    <MenuAt label={t('actions.menu', { name })} spot={spot} onClose={onClose}>
      <Menu.Label>{name}</Menu.Label>
      <Menu.Item leftSection={<IconZoomScan size={18} aria-hidden />} onClick={() => onOpen(step)}>
        {t('map.open')}
      </Menu.Item>
      <Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={() => acts.rename(step)}>
        {t('map.rename')}
      </Menu.Item>
      <Menu.Item leftSection={<IconPlus size={18} aria-hidden />} onClick={() => acts.addAfter(step)}>
        {t('map.addAfter')}
      </Menu.Item>
      {kind === 'choice' ? null : (
        <Menu.Item
          leftSection={<IconArrowRight size={18} aria-hidden className="flip-in-rtl" />}
          onClick={() => acts.goesTo(step)}
        >
          {t('map.goesTo')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconGavel size={18} aria-hidden />}
        onClick={() => drawing.perform(setMeasure, { id: step, measure: !isMeasure })}
      >
        {t(isMeasure ? 'map.notMeasure' : 'map.asMeasure')}
      </Menu.Item>
      {isPinned ? (
        <Menu.Item leftSection={<IconPinnedOff size={18} aria-hidden />} onClick={() => onUnpin(step)}>
          {t('map.unpin')}
        </Menu.Item>
      ) : null}
      <Menu.Divider />
      <Menu.Item
        color="var(--mantine-color-error)"
        leftSection={<IconTrash size={18} aria-hidden />}
        onClick={() => drawing.perform(removeStep, { id: step })}
      >
        {t('map.remove')}
      </Menu.Item>
    </MenuAt>
  );
}

type ArrowMenuProps = {
  readonly arrow: string;
  readonly spot: Spot;
  readonly intent: ArrowIntent;
  /** Where the end was pulled. */
  readonly to: string | undefined;
  readonly onOpen: (step: string) => void;
  readonly onClose: () => void;
};

/** What can be done with an arrow; one that stands for several ways asks which. */
export function ArrowMenu({ arrow, spot, intent, to, onOpen, onClose }: ArrowMenuProps) {
  const { t } = useDrawingWords();
  const drawing = useDrawing();
  const acts = useMapActs();
  const told = useToldWay();
  const [from = ''] = arrow.split('>');
  const ways = acts.waysOf(arrow);
  return (
    <MenuAt label={ways.map(told).join(', ')} spot={spot} onClose={onClose}>
      {ways.map((way, index) => (
        <div key={`${way.from} ${way.by} ${way.name} ${way.index}`}>
          {index > 0 ? <Menu.Divider /> : null}
          {intent === 'all' || ways.length > 1 ? <Menu.Label>{told(way)}</Menu.Label> : null}
          {intent === 'retarget' && to !== undefined ? (
            <Menu.Item
              leftSection={<IconArrowRight size={18} aria-hidden className="flip-in-rtl" />}
              onClick={() => acts.retarget(way, to)}
            >
              {t('map.lead')}
            </Menu.Item>
          ) : null}
          {intent === 'retarget' ? null : (
            <Menu.Item
              leftSection={<IconRowInsertBottom size={18} aria-hidden />}
              onClick={() => acts.insertOn(way)}
            >
              {t('panel.insertHere')}
            </Menu.Item>
          )}
          {intent === 'all' ? (
            <Menu.Item
              color="var(--mantine-color-error)"
              leftSection={<IconTrash size={18} aria-hidden />}
              onClick={() => drawing.perform(removeWay, way)}
            >
              {t('map.removeWay')}
            </Menu.Item>
          ) : null}
        </div>
      ))}
      {intent === 'all' ? (
        <>
          <Menu.Divider />
          <Menu.Item leftSection={<IconZoomScan size={18} aria-hidden />} onClick={() => onOpen(from)}>
            {t('map.details')}
          </Menu.Item>
        </>
      ) : null}
    </MenuAt>
  );
}

/** A way in words: what it waits for, and its condition. */
function useToldWay(): (way: Way) => string {
  const { t } = useDrawingWords();
  const labels = useLabels();
  const pack = useDrawnPack();
  return (way) => {
    const cause =
      way.by === 'on'
        ? labels.event(way.name)
        : way.by === 'after'
          ? t('panel.lapses', { deadline: labels.deadline(way.name) })
          : t(way.by === 'always' ? 'panel.alone' : 'panel.joined');
    const guard = findWay(pack, way)?.guard;
    return typeof guard === 'string' ? `${cause} · ${t('panel.condition')} : ${labels.rule(guard)}` : cause;
  };
}
