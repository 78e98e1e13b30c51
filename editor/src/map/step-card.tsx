import { Group, Text } from '@mantine/core';
import {
  IconArrowBarToDown,
  IconBroadcast,
  IconCheck,
  IconClockHour4,
  IconCornerDownRight,
  IconForms,
  IconGavel,
  IconMapPin,
  IconShieldHeart,
} from '@tabler/icons-react';
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo, use } from 'react';
import { sectorLook } from '../pack/sector.tsx';
import { useWords } from '../words/use-words.ts';
import { FromAfarContext } from './map-detail.ts';
import type { ArrowKind, MapNode } from './map-graph.ts';
import { MapToolsContext } from './map-tools.ts';
import { TakenArrowsContext } from './taken-arrows.ts';

export type StepCardData = {
  readonly node: MapNode;
  readonly title: string;
  readonly who: string;
  readonly deadline: string;
  /** Where the case stands: here now, already left, or elsewhere. */
  readonly place: 'here' | 'past' | 'none';
  readonly jumps: readonly {
    readonly id: string;
    readonly kind: ArrowKind;
    readonly text: string;
    readonly comes: boolean;
  }[];
  readonly [key: string]: unknown;
};
export type StepCardNode = Node<StepCardData, 'step'>;

/** A step on the map: its title, who acts, by when, and its marks. */
export const StepCard = memo(function StepCard({
  data,
  selected,
  sourcePosition = Position.Bottom,
  targetPosition = Position.Top,
}: NodeProps<StepCardNode>) {
  const { t, dir } = useWords();
  const tools = use(MapToolsContext);
  const isAfar = use(FromAfarContext);
  const handle = tools ? 'map-handle' : 'hidden-handle';
  const { node, title, place } = data;
  const { color } = sectorLook(node.sector);
  return (
    <div
      dir={dir}
      className="step-card"
      data-kind={node.stepKind ?? 'work'}
      data-place={place}
      data-selected={selected}
      style={{ borderInlineStartColor: `var(--mantine-color-${color}-filled)` }}
    >
      <Handle
        type="target"
        position={targetPosition}
        isConnectable={tools !== undefined}
        isConnectableStart={false}
        className={handle}
      />
      <Handle
        type="source"
        position={sourcePosition}
        isConnectable={tools !== undefined}
        isConnectableEnd={false}
        className={handle}
      />
      {place === 'here' ? (
        <span className="step-here">
          <IconMapPin size={14} aria-hidden /> {t('map.here')}
        </span>
      ) : null}
      <Text
        className="step-title"
        fw={620}
        size="sm"
        lh={1.25}
        lineClamp={node.stepKind === 'idle' ? 2 : 3}
        title={title}
      >
        {place === 'past' ? <IconCheck size={14} aria-label={t('map.past')} className="step-past" /> : null}
        {title}
      </Text>
      {isAfar ? null : <Details data={data} />}
    </div>
  );
});

/** What cannot be read from afar: who acts, by when, its marks, its far ways, its tools. */
function Details({ data: { node, title, who, deadline, jumps } }: { readonly data: StepCardData }) {
  const { t } = useWords();
  const tools = use(MapToolsContext);
  const taken = use(TakenArrowsContext);
  const { Icon } = sectorLook(node.sector);
  return (
    <>
      {who !== '' ? (
        <Group gap={6} wrap="nowrap" className="step-who">
          <Icon size={16} aria-hidden style={{ flexShrink: 0 }} />
          <Text size="xs" dir="auto" lineClamp={linesFor(title, node.stepKind)} title={who}>
            {who}
          </Text>
        </Group>
      ) : null}
      <Group gap={8} wrap="nowrap" className="step-marks">
        {deadline !== '' ? (
          <Group gap={4} wrap="nowrap" miw={0}>
            <IconClockHour4 size={14} aria-hidden style={{ flexShrink: 0 }} />
            <Text size="xs" truncate title={deadline}>
              {deadline}
            </Text>
          </Group>
        ) : null}
        <Group gap={6} ms="auto" wrap="nowrap">
          {node.isProtective ? (
            <IconShieldHeart size={16} role="img" aria-label={t('map.protective')} />
          ) : null}
          {node.isMeasure ? <IconGavel size={16} role="img" aria-label={t('map.measure')} /> : null}
          {node.hasForm ? <IconForms size={16} role="img" aria-label={t('map.form')} /> : null}
        </Group>
      </Group>
      {jumps.length > 0 ? (
        <ul className="step-jumps">
          {jumps.map((jump) => {
            const Icon = jump.comes ? IconArrowBarToDown : JUMP_ICONS[jump.kind];
            return (
              <li key={jump.id} data-kind={jump.kind} data-taken={taken?.get(jump.id)} title={jump.text}>
                <Icon size={14} aria-hidden className="flip-in-rtl" />
                <span>{jump.text}</span>
                {taken?.get(jump.id) === 'all' ? (
                  <IconCheck size={14} aria-label={t('map.taken')} className="step-past" />
                ) : null}
              </li>
            );
          })}
        </ul>
      ) : null}
      {tools ? <tools.Card step={node.id} title={title} /> : null}
    </>
  );
}

/** Letters of a title that fill a line of the card. */
const TITLE_LETTERS = 28;

/** A short title leaves its room to those who act. A mark between two steps has none to give. */
function linesFor(title: string, kind: MapNode['stepKind']): number {
  return kind === 'idle' || title.length > 2 * TITLE_LETTERS - 6
    ? 1
    : title.length > TITLE_LETTERS - 3
      ? 2
      : 3;
}

const JUMP_ICONS = {
  event: IconCornerDownRight,
  automatic: IconCornerDownRight,
  signal: IconBroadcast,
  deadline: IconClockHour4,
} as const;
