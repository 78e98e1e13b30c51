import type { MapArrow, MapGraph, MapNode } from '../../map/map-graph.ts';
import { type Box, type MapLayout, movedRoute, type Point, type Route } from '../../map/map-layout.ts';

/** Steps that people put somewhere, by id: their corner inside their stage, in pixels. Never required. */
export type Pins = Readonly<Record<string, Point>>;

/** Room kept inside a frame: its title above, an edge all around. */
const INSIDE = { top: 64, side: 28 } as const;
const APART = 24;

/**
 * The layout with the pinned cards where they were put: frames grow around them, what would lie over a neighbour makes
 * way downwards, and the arrows of what moved follow.
 */
export function applyPins(graph: MapGraph, layout: MapLayout, pins: Pins): MapLayout {
  if (!graph.nodes.some((node) => isPinned(node, pins, layout))) return layout;
  const boxes = new Map(layout.boxes);
  for (const node of graph.nodes) {
    const [box, pin] = [boxes.get(node.id), pins[node.id]];
    if (box && pin && isPinned(node, pins, layout))
      boxes.set(node.id, { ...box, x: Math.max(INSIDE.side, pin.x), y: Math.max(INSIDE.top, pin.y) });
  }
  const children = new Map<string | undefined, MapNode[]>();
  for (const node of graph.nodes) {
    const held = children.get(node.parent);
    if (held) held.push(node);
    else children.set(node.parent, [node]);
  }
  // The innermost frames first: each is as large as what it holds before it is placed itself.
  for (const node of [...graph.nodes].reverse()) {
    const held = children.get(node.id);
    const box = boxes.get(node.id);
    if (!held || !box) continue;
    makeWay(held, boxes, pins);
    const all = held.flatMap(({ id }) => boxes.get(id) ?? []);
    const width = Math.max(box.width, ...all.map((each) => each.x + each.width + INSIDE.side));
    const height = Math.max(box.height, ...all.map((each) => each.y + each.height + INSIDE.side));
    boxes.set(node.id, { ...box, width, height });
  }
  makeWay(children.get(undefined) ?? [], boxes, pins);
  const where = absolute(graph.nodes, layout.boxes);
  const whereNow = absolute(graph.nodes, boxes);
  const arrows = new Map(graph.arrows.map((arrow) => [arrow.id, arrow]));
  const routes = new Map(
    [...layout.routes].map(([id, route]) => {
      const arrow = arrows.get(id);
      return [id, arrow ? follow(arrow, route, where, whereNow) : route] as const;
    }),
  );
  return { boxes, routes };
}

function isPinned(node: MapNode, pins: Pins, layout: MapLayout): boolean {
  return node.kind === 'step' && Object.hasOwn(pins, node.id) && layout.boxes.has(node.id);
}

/** Boxes beside each other never overlap: the lower one, pinned or not, goes down; of two alike the pinned one stays. */
function makeWay(beside: readonly MapNode[], boxes: Map<string, Box>, pins: Pins): void {
  const placed: Box[] = [];
  const inOrder = [...beside]
    .flatMap(({ id }) => {
      const box = boxes.get(id);
      return box ? [{ id, box }] : [];
    })
    .sort((a, b) => a.box.y - b.box.y || Number(b.id in pins) - Number(a.id in pins));
  for (const { id, box } of inOrder) {
    let standing = box;
    for (let over = overlap(placed, standing); over; over = overlap(placed, standing))
      standing = { ...standing, y: over.y + over.height + APART };
    placed.push(standing);
    boxes.set(id, standing);
  }
}

const overlap = (placed: readonly Box[], box: Box) =>
  placed.find(
    (each) =>
      each.x < box.x + box.width &&
      box.x < each.x + each.width &&
      each.y < box.y + box.height &&
      box.y < each.y + each.height,
  );

function absolute(nodes: readonly MapNode[], boxes: ReadonlyMap<string, Box>): ReadonlyMap<string, Box> {
  const found = new Map<string, Box>();
  for (const { id, parent } of nodes) {
    const box = boxes.get(id);
    const around = parent === undefined ? undefined : found.get(parent);
    if (box) found.set(id, { ...box, x: box.x + (around?.x ?? 0), y: box.y + (around?.y ?? 0) });
  }
  return found;
}

type Places = ReadonlyMap<string, Box>;

function follow({ source, target }: MapArrow, route: Route, before: Places, after: Places): Route {
  const [from, to] = [after.get(source), after.get(target)];
  const [wasFrom, wasTo] = [before.get(source), before.get(target)];
  if (!from || !to || !wasFrom || !wasTo) return route;
  const by = { x: from.x - wasFrom.x, y: from.y - wasFrom.y };
  if (by.x === to.x - wasTo.x && by.y === to.y - wasTo.y)
    return by.x === 0 && by.y === 0 ? route : movedRoute(route, by);
  return between(from, to, route);
}

/** A plain way in right angles from the edge of one box to the nearest edge of another, its words in the middle. */
function between(from: Box, to: Box, { label }: Route): Route {
  const center = (box: Box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  const [a, b] = [center(from), center(to)];
  const isBelow = to.y >= from.y + from.height;
  const isAbove = to.y + to.height <= from.y;
  const isVertical = isBelow || isAbove;
  const start = isVertical
    ? { x: a.x, y: isBelow ? from.y + from.height : from.y }
    : { x: b.x > a.x ? from.x + from.width : from.x, y: a.y };
  const end = isVertical
    ? { x: b.x, y: isBelow ? to.y : to.y + to.height }
    : { x: b.x > a.x ? to.x : to.x + to.width, y: b.y };
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const bends = isVertical
    ? [
        { x: start.x, y: middle.y },
        { x: end.x, y: middle.y },
      ]
    : [
        { x: middle.x, y: start.y },
        { x: middle.x, y: end.y },
      ];
  const isStraight = start.x === end.x || start.y === end.y;
  return {
    points: isStraight ? [start, end] : [start, ...bends, end],
    label: label && { ...label, x: middle.x - label.width / 2, y: middle.y - label.height / 2 },
  };
}
