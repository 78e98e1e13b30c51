import '@xyflow/react/dist/style.css';
import './map.css';
import { Center, Loader, Text, useComputedColorScheme } from '@mantine/core';
import {
  applyNodeChanges,
  Background,
  type Connection,
  Controls,
  MiniMap,
  type NodeChange,
  ReactFlow,
} from '@xyflow/react';
import {
  type FocusEvent,
  type ReactNode,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { PackProvider } from '../pack/pack-context.tsx';
import { useStillPack } from '../pack/use-still-pack.ts';
import { useWords } from '../words/use-words.ts';
import { Arrow } from './arrow.tsx';
import { DetailByZoom } from './detail-by-zoom.tsx';
import type { Direction } from './elk-graph.ts';
import { focusCard } from './focus-card.ts';
import { JumpLine } from './jump-line.tsx';
import { FromAfarContext } from './map-detail.ts';
import type { MapGraph } from './map-graph.ts';
import { type MapLayout, mirrored, type Point } from './map-layout.ts';
import { type MapTools, MapToolsContext } from './map-tools.ts';
import { StageFrame } from './stage-frame.tsx';
import { StepCard } from './step-card.tsx';
import { useLayout } from './use-layout.ts';
import { type FlowEdge, type FlowNode, UNTYPED, useMapCards, useMapLines } from './use-map-cards.ts';
import { useStayInSight } from './use-stay-in-sight.ts';

/** So many boxes are drawn all at once; of more, only those in sight. */
const WHOLE_UP_TO = 60;

const nodeTypes = { step: StepCard, stage: StageFrame };
const edgeTypes = { arrow: Arrow, jump: JumpLine };

/** What makes a map one that is drawn: its tools, and what they do. Without it the map is only read. */
export type MapHands = {
  readonly tools: MapTools;
  /** Only connecting, moving and tools go when the draft is read. */
  readonly isReadOnly: boolean;
  /** Steps where people put them, after the layout. */
  readonly arrange: (layout: MapLayout) => MapLayout;
  /** Grows when the step looked at is to be brought into sight. */
  readonly revealed: number;
  readonly onMove: (step: string, at: Point) => void;
  readonly onConnect: (from: string, to: string) => void;
  /** Everything is drawn, in sight or not: for a picture, for paper. */
  readonly isWhole: boolean;
  /** Somebody comes to the map by keys: the step where they stop. */
  readonly onEnter: (step: string) => void;
};

type Props = {
  readonly graph: MapGraph;
  readonly direction: Direction;
  readonly here: readonly string[];
  readonly past: readonly string[];
  readonly selected: string | undefined;
  readonly onSelect: (step: string | undefined) => void;
  readonly height: number | string;
  readonly hands?: MapHands;
  readonly children?: ReactNode;
};

/** The canvas of a map: cards and arrows where the layout put them, its words, its zoom, its overview. */
export function MapCanvas({
  graph,
  direction,
  here,
  past,
  selected,
  onSelect,
  height,
  hands,
  children,
}: Props) {
  const { t, dir } = useWords();
  const scheme = useComputedColorScheme('light');
  const turned: Direction = direction === 'RIGHT' && dir === 'rtl' ? 'LEFT' : direction;
  const isDrawn = hands !== undefined;
  const [opens] = useState(() => (isDrawn && standsFirst(graph, selected) ? { look: selected } : undefined));
  const computed = useLayout(graph, turned, isDrawn, opens);
  const arrange = hands?.arrange;
  const isMirrored = turned === 'DOWN' && dir === 'rtl';
  const layout = useMemo(() => {
    const read = computed.layout && isMirrored ? mirrored(graph, computed.layout) : computed.layout;
    return read && arrange ? arrange(read) : read;
  }, [computed.layout, arrange, isMirrored, graph]);
  const cards = useMapCards(graph, layout, turned, { here, past });
  const [arrow, setArrow] = useState<string>();
  const edges = useMapLines(graph, layout, selected, arrow);
  const [isAfar, setAfar] = useState(false);
  const [nodes, setNodes] = useState<FlowNode[]>([]);
  useEffect(() => {
    setNodes((before) => standing(cards, before, selected, isDrawn));
  }, [cards, selected, isDrawn]);
  useStayInSight({ graph, layout, ready: nodes.length > 0, here, selected, hands });

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      setNodes((before) =>
        applyNodeChanges(
          changes.filter(({ type }) => type !== 'select'),
          before,
        ),
      );
      const picks = changes.filter((change) => change.type === 'select');
      const picked = picks.find((change) => change.selected);
      if (picked) onSelect(picked.id);
      else if (picks.length > 0) onSelect(undefined);
    },
    [onSelect],
  );
  const onConnect = useCallback(
    ({ source, target }: Connection) => hands?.onConnect(source, target),
    [hands],
  );

  const onNodeDragStop = useCallback(
    (_: unknown, node: FlowNode) => hands?.onMove(node.id, node.position),
    [hands],
  );
  const onEdgeClick = useCallback((_: unknown, { id }: FlowEdge) => setArrow(id), []);
  const onPaneClick = useCallback(() => setArrow(undefined), []);
  const colorOf = useCallback(
    (node: FlowNode) =>
      node.type === 'stage'
        ? 'transparent'
        : here.includes(node.id) || node.selected
          ? 'var(--mantine-color-lagoon-filled)'
          : 'var(--map-minimap-node)',
    [here],
  );
  // The same objects through every frame of a drag: else every arrow would be drawn again.
  const ariaLabels = useMemo(
    () => ({
      'node.a11yDescription.default': t('map.aria.node'),
      'node.a11yDescription.keyboardDisabled': t('map.aria.node'),
      'edge.a11yDescription.default': t('map.aria.edge'),
      'controls.ariaLabel': t('map.aria.controls'),
      'controls.zoomIn.ariaLabel': t('map.aria.zoomIn'),
      'controls.zoomOut.ariaLabel': t('map.aria.zoomOut'),
      'controls.fitView.ariaLabel': t('map.aria.fitView'),
      'controls.interactive.ariaLabel': t('map.aria.controls'),
      'minimap.ariaLabel': t('map.aria.minimap'),
      'handle.ariaLabel': t('map.aria.handle'),
    }),
    [t],
  );
  const still = useStillPack(SPOKEN);
  const ready = nodes.length > 0;
  // The overview draws every card there is: those in sight go first.
  const [hasOverview, setOverview] = useState(false);
  useEffect(() => {
    if (ready && computed.isWhole) startTransition(() => setOverview(true));
  }, [ready, computed.isWhole]);

  if (computed.failed) return <Text role="alert">{t('map.failed')}</Text>;
  // Of a large map that is drawn only what is in sight is made; Tab comes to the canvas, and from there to the card.
  const isInPart = isDrawn && !hands.isWhole && nodes.length > WHOLE_UP_TO;
  const onFocus = ({ target, currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (target !== currentTarget || currentTarget.contains(relatedTarget)) return;
    const stop = nodes.find(({ domAttributes }) => domAttributes === STOP)?.id;
    if (!stop || !currentTarget.matches(':focus-visible')) return;
    hands?.onEnter(stop);
    focusCard(currentTarget, stop);
  };
  const canChange = hands !== undefined && !hands.isReadOnly;
  return (
    <MapToolsContext value={canChange ? hands.tools : undefined}>
      <FromAfarContext value={isInPart && isAfar}>
        <PackProvider pack={still}>
          <section
            className="map"
            style={{ height }}
            aria-busy={!computed.isWhole}
            aria-label={t('map.title')}
          >
            {ready ? (
              <ReactFlow<FlowNode, FlowEdge>
                nodes={nodes}
                edges={edges}
                nodeTypes={nodeTypes}
                edgeTypes={edgeTypes}
                onNodesChange={onNodesChange}
                onEdgeClick={onEdgeClick}
                onPaneClick={onPaneClick}
                onConnect={onConnect}
                onNodeDragStop={onNodeDragStop}
                colorMode={scheme}
                nodesConnectable={canChange}
                nodesDraggable={canChange}
                nodeDragThreshold={4}
                selectNodesOnDrag={hands === undefined}
                edgesFocusable={false}
                edgesReconnectable={false}
                // Keys walk the procedure on a map that is drawn; they never push a card about.
                disableKeyboardA11y={hands !== undefined}
                autoPanOnNodeFocus={hands === undefined}
                deleteKeyCode={null}
                zoomOnDoubleClick={hands === undefined}
                minZoom={0.05}
                maxZoom={1.75}
                ariaLabelConfig={ariaLabels}
                onInit={nameMaker}
                onlyRenderVisibleElements={isInPart}
                {...(isInPart && { tabIndex: 0, onFocus, 'aria-label': t('map.title') })}
              >
                <DetailByZoom onAfar={setAfar} />
                <Background gap={24} />
                <Controls showInteractive={false} position={dir === 'rtl' ? 'bottom-right' : 'bottom-left'} />
                {hasOverview && (
                  <MiniMap<FlowNode>
                    pannable
                    zoomable
                    nodeStrokeWidth={4}
                    className="map-minimap"
                    position={dir === 'rtl' ? 'bottom-left' : 'bottom-right'}
                    nodeColor={colorOf}
                  />
                )}
                {children}
              </ReactFlow>
            ) : (
              <Center h="100%">
                <Loader role="status" aria-label={t('map.drawing')} />
              </Center>
            )}
          </section>
        </PackProvider>
      </FromAfarContext>
    </MapToolsContext>
  );
}

/** Whether what is looked at stands in the first track. */
const standsFirst = ({ nodes }: MapGraph, selected: string | undefined) =>
  selected === undefined || nodes.find(({ id }) => id === selected)?.track === nodes[0]?.track;

/** Frames speak the terms of the title page; cards and lines are handed their words. */
const SPOKEN = ['pack'] as const;

/** The link to the library's makers says an English word more than its name. */
function nameMaker(): void {
  for (const link of document.querySelectorAll('.react-flow__attribution a'))
    link.setAttribute('aria-label', 'React Flow');
}

const STOP = { ...UNTYPED, tabIndex: 0 } as const;
const NO_STOP = { ...UNTYPED, tabIndex: -1 } as const;

/** The cards with what the canvas knows of them: selected, the stop for Tab. A card that did not change is the same object. */
function standing(
  cards: readonly FlowNode[],
  before: readonly FlowNode[],
  selected: string | undefined,
  isDrawn: boolean,
): FlowNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  // One stop for Tab on a map that is drawn: keys walk from there.
  const stop = cards.some(({ id }) => id === selected)
    ? selected
    : cards.find(({ type }) => type === 'step')?.id;
  return cards.map((card): FlowNode => {
    const last = known.get(card.id);
    const isSelected = card.type === 'step' && card.id === selected;
    const attributes = !isDrawn || card.type !== 'step' ? UNTYPED : card.id === stop ? STOP : NO_STOP;
    const isSame =
      last !== undefined &&
      last.data === card.data &&
      last.position.x === card.position.x &&
      last.position.y === card.position.y &&
      last.width === card.width &&
      last.height === card.height &&
      last.parentId === card.parentId &&
      last.ariaLabel === card.ariaLabel &&
      last.handles === card.handles &&
      last.sourcePosition === card.sourcePosition &&
      last.domAttributes === attributes &&
      (last.selected ?? false) === isSelected;
    if (isSame) return last;
    return {
      ...card,
      selected: isSelected,
      domAttributes: attributes,
    };
  });
}
