import '@xyflow/react/dist/style.css';
import './map.css';
import { Center, Loader, Text, useComputedColorScheme } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import {
  applyNodeChanges,
  Background,
  Controls,
  type Edge,
  MarkerType,
  MiniMap,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { PackProvider, useLabels } from '../pack/pack-context.tsx';
import { useWords } from '../words/use-words.ts';
import { Arrow, type ArrowEdge } from './arrow.tsx';
import { type MapGraph, mapGraph } from './map-graph.ts';
import { type Direction, jumpsOn, layOut, type MapLayout } from './map-layout.ts';
import { useArrowWords, useSpanWords } from './map-words.ts';
import { StageFrame, type StageFrameNode } from './stage-frame.tsx';
import { StepCard, type StepCardNode } from './step-card.tsx';

type FlowNode = StepCardNode | StageFrameNode;
type MapEdge = ArrowEdge | Edge;

const nodeTypes = { step: StepCard, stage: StageFrame };
const edgeTypes = { arrow: Arrow };

type Props = {
  readonly pack: Pack;
  readonly direction?: Direction;
  /** Steps where the case stands, and steps it has left. */
  readonly here?: readonly string[];
  readonly past?: readonly string[];
  readonly onOpen?: (step: string) => void;
  readonly height?: number | string;
};

const NONE: readonly string[] = [];
const NEAR = 3;

/** The first steps of the main track, as many as can be read at once. */
function beginning(graph: MapGraph): readonly string[] {
  return graph.nodes
    .filter((node) => node.kind === 'step' && node.track === 'main')
    .slice(0, NEAR)
    .map((node) => node.id);
}

/** The whole procedure drawn from its pack: read only, its layout computed, everything by keyboard too. */
export function PathwayMap(props: Props) {
  return (
    <PackProvider pack={props.pack}>
      <ReactFlowProvider>
        <MapCanvas {...props} />
      </ReactFlowProvider>
    </PackProvider>
  );
}

function MapCanvas({ pack, direction = 'DOWN', here = NONE, past = NONE, onOpen, height = '70vh' }: Props) {
  const { t, dir } = useWords();
  const labels = useLabels();
  const arrowWords = useArrowWords();
  const spanWords = useSpanWords();
  const scheme = useComputedColorScheme('light');
  const flow = useReactFlow();
  const graph = useMemo(() => mapGraph(pack), [pack]);
  const [layout, setLayout] = useState<MapLayout>();
  const [failed, setFailed] = useState(false);
  const [nodes, setNodes] = useState<FlowNode[]>([]);
  const turned: Direction = direction === 'RIGHT' && dir === 'rtl' ? 'LEFT' : direction;

  useEffect(() => {
    let current = true;
    setFailed(false);
    layOut(graph, turned, (arrow) => arrow.causes.map(arrowWords).join('\n')).then(
      (found) => current && setLayout(found),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [graph, turned, arrowWords]);

  useEffect(() => {
    if (!layout) return;
    setNodes((before) => {
      const selected = new Set(before.filter((node) => node.selected).map((node) => node.id));
      return graph.nodes.map((node): FlowNode => {
        const box = layout.boxes.get(node.id) ?? { x: 0, y: 0, width: 0, height: 0 };
        const common = {
          id: node.id,
          position: { x: box.x, y: box.y },
          width: box.width,
          height: box.height,
          draggable: false,
          connectable: false,
          ...(node.parent === undefined ? {} : { parentId: node.parent }),
        };
        if (node.kind !== 'step') {
          return {
            ...common,
            type: 'stage',
            selectable: false,
            focusable: false,
            zIndex: 0,
            data: {
              title: labels.state(node.id),
              kind: node.kind,
              withheld: pack.pack.withheld?.[node.id] !== undefined,
            },
          };
        }
        const title = labels.state(node.id);
        return {
          ...common,
          type: 'step',
          zIndex: 2,
          selected: selected.has(node.id),
          ariaLabel: title,
          data: {
            node,
            title,
            who: node.roles.map(labels.role).join(', '),
            deadline: node.deadlines.map(spanWords).find((words) => words !== '') ?? '',
            jumps: jumpsOn(graph, node.id).map((arrow) => {
              const comes = arrow.target === node.id && arrow.source !== node.id;
              const words = arrow.causes.map(arrowWords).join(', ');
              return {
                id: arrow.id,
                kind: arrow.causes[0]?.kind ?? 'automatic',
                comes,
                text: comes
                  ? t('map.comesFrom', { words, from: labels.state(arrow.source) })
                  : t('map.goesTo', { words, to: labels.state(arrow.target) }),
              };
            }),
            place: here.includes(node.id) ? 'here' : past.includes(node.id) ? 'past' : 'none',
          },
        };
      });
    });
  }, [layout, graph, labels, spanWords, arrowWords, here, past, pack, t]);

  const looked = nodes.find((node) => node.selected)?.id;
  const edges = useMemo((): MapEdge[] => {
    if (!layout) return [];
    const lines = graph.arrows.filter((arrow) => arrow.kind === 'line');
    const jumps = graph.arrows.filter(
      (arrow) => arrow.kind === 'jump' && (arrow.source === looked || arrow.target === looked),
    );
    const drawnJumps = jumps.map(
      (arrow): MapEdge => ({
        id: arrow.id,
        source: arrow.source,
        target: arrow.target,
        className: 'jump',
        focusable: false,
        zIndex: 3,
        markerEnd: { type: MarkerType.ArrowClosed, width: 18, height: 18 },
      }),
    );
    const drawnLines = lines.map((arrow): MapEdge => {
      const route = layout.routes.get(arrow.id);
      return {
        id: arrow.id,
        type: 'arrow',
        source: arrow.source,
        target: arrow.target,
        focusable: false,
        zIndex: 1,
        markerEnd: { type: MarkerType.ArrowClosed, width: 18, height: 18 },
        data: {
          points: route?.points ?? [],
          label: route?.label,
          causes: arrow.causes.map((cause) => ({ kind: cause.kind, text: arrowWords(cause) })),
        },
      };
    });
    return [...drawnLines, ...drawnJumps];
  }, [layout, graph, arrowWords, looked]);

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      setNodes((before) => applyNodeChanges(changes, before));
      const opened = changes.find((change) => change.type === 'select' && change.selected);
      if (opened && opened.type === 'select') onOpen?.(opened.id);
    },
    [onOpen],
  );

  const ready = nodes.length > 0;
  const focus = here.join(' ');
  // Another object only when the cards were laid out anew: in another language, or the other way round.
  const placed = nodes[0]?.position;
  useEffect(() => {
    if (!placed) return;
    // Where the case stands, else where the procedure begins: near enough to read. The whole is one press away.
    const shown = here.length > 0 ? here.slice(0, 1) : beginning(graph);
    void flow.fitView({ padding: 0.2, maxZoom: 0.85, minZoom: 0.45, nodes: shown.map((id) => ({ id })) });
  }, [placed, focus, flow, graph]);

  if (failed) return <Text role="alert">{t('map.failed')}</Text>;
  return (
    <section className="map" style={{ height }} data-ready={ready} aria-label={t('map.title')}>
      {ready ? (
        <ReactFlow<FlowNode, MapEdge>
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          colorMode={scheme}
          nodesConnectable={false}
          nodesDraggable={false}
          edgesFocusable={false}
          deleteKeyCode={null}
          minZoom={0.1}
          maxZoom={1.75}
          ariaLabelConfig={{
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
          }}
        >
          <Background gap={24} />
          <Controls showInteractive={false} position={dir === 'rtl' ? 'bottom-right' : 'bottom-left'} />
          <MiniMap
            pannable
            zoomable
            nodeStrokeWidth={4}
            className="map-minimap"
            nodeColor={(node) =>
              node.type === 'stage'
                ? 'transparent'
                : here.includes(node.id)
                  ? 'var(--mantine-color-lagoon-filled)'
                  : 'var(--map-minimap-node)'
            }
          />
        </ReactFlow>
      ) : (
        <Center h="100%">
          <Loader role="status" aria-label={t('map.drawing')} />
        </Center>
      )}
    </section>
  );
}
