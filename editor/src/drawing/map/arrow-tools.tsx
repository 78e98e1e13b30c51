import { IconPlus } from '@tabler/icons-react';
import { useReactFlow } from '@xyflow/react';
import { memo, type PointerEvent, useState } from 'react';
import type { Point, Route } from '../../map/map-layout.ts';
import type { ArrowEnds } from '../../map/map-tools.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { useMapActs } from './map-acts.ts';

type Props = { readonly arrow: string; readonly ends: ArrowEnds; readonly route: Route };

/** Where the "+" stands: at the end of the words, else in the middle of the way. */
function plusAt({ points, label }: Route, isRtl: boolean): Point {
  if (label && label.width > 0)
    return { x: isRtl ? label.x : label.x + label.width, y: label.y + label.height / 2 };
  const middle = points[Math.floor((points.length - 1) / 2)];
  const next = points[Math.floor((points.length - 1) / 2) + 1];
  return { x: ((middle?.x ?? 0) + (next?.x ?? 0)) / 2, y: ((middle?.y ?? 0) + (next?.y ?? 0)) / 2 };
}

/** On each arrow: "+", its menu on its words, and an end to pull to another step. The panel of its step does the same by keys. */
export const ArrowTools = memo(function ArrowTools({ arrow, ends: names, route }: Props) {
  const { t, dir } = useDrawingWords();
  const acts = useMapActs();
  const plus = plusAt(route, dir === 'rtl');
  return (
    <>
      {route.label && route.label.width > 0 ? (
        <button
          type="button"
          tabIndex={-1}
          className="arrow-words nopan"
          style={{
            transform: `translate(${route.label.x}px, ${route.label.y}px)`,
            width: route.label.width,
            height: route.label.height,
          }}
          aria-label={t('map.wayOf', names)}
          onClick={({ clientX, clientY }) => acts.openArrowMenu(arrow, { x: clientX, y: clientY }, 'all')}
        />
      ) : null}
      <button
        type="button"
        tabIndex={-1}
        className="arrow-plus nopan"
        style={{ transform: `translate(${plus.x}px, ${plus.y}px) translate(-50%, -50%)` }}
        aria-label={t('map.insertOn', names)}
        title={t('map.insertOn', names)}
        onClick={({ clientX, clientY }) => {
          const [only, ...others] = acts.waysOf(arrow);
          if (only && others.length === 0) acts.insertOn(only);
          else acts.openArrowMenu(arrow, { x: clientX, y: clientY }, 'insert');
        }}
      >
        <IconPlus size={14} aria-hidden />
      </button>
      <ArrowEnd arrow={arrow} route={route} />
    </>
  );
});

/** The end of an arrow, pulled to the step where it should lead. Let go elsewhere it springs back: no way ends nowhere. */
function ArrowEnd({ arrow, route }: { readonly arrow: string; readonly route: Route }) {
  const { t } = useDrawingWords();
  const acts = useMapActs();
  const flow = useReactFlow();
  const [pulled, setPulled] = useState<Point>();
  const end = route.points.at(-1);
  if (!end) return null;
  const at = pulled ?? end;
  const before = route.points.at(-2) ?? end;
  const pull = ({ clientX, clientY, buttons }: PointerEvent) => {
    if (buttons > 0) setPulled(flow.screenToFlowPosition({ x: clientX, y: clientY }));
  };
  const letGo = ({ clientX, clientY }: PointerEvent) => {
    setPulled(undefined);
    const below = document.elementsFromPoint(clientX, clientY);
    const card = below.map((each) => each.closest<HTMLElement>('.react-flow__node-step')).find(Boolean);
    const to = card?.dataset['id'];
    if (to === undefined || to === arrow.split('>')[1]) return;
    const [only, ...others] = acts.waysOf(arrow);
    if (only && others.length === 0) acts.retarget(only, to);
    else acts.openArrowMenu(arrow, { x: clientX, y: clientY }, 'retarget', to);
  };
  return (
    <>
      {pulled ? (
        <svg className="arrow-pulled" aria-hidden>
          <line x1={before.x} y1={before.y} x2={at.x} y2={at.y} />
        </svg>
      ) : null}
      <div
        className="arrow-end nopan nodrag"
        aria-hidden
        title={t('map.drag')}
        style={{ transform: `translate(${at.x}px, ${at.y}px) translate(-50%, -50%)` }}
        onPointerDown={(pressed) => {
          pressed.stopPropagation();
          pressed.currentTarget.setPointerCapture(pressed.pointerId);
        }}
        onPointerMove={pull}
        onPointerUp={letGo}
        onPointerCancel={() => setPulled(undefined)}
      />
    </>
  );
}
