import type { MapGraph, MapNode } from '../../../map/map-graph.ts';

/**
 * The map in pieces that can be read on a sheet: each stage of a track by itself, and what stands in no stage together. An
 * arrow from one piece to another is a jump: it stands on the card where it begins, with the number of where it leads.
 * Each piece is laid out like a track of its own.
 */
export function paperPieces(graph: MapGraph): MapGraph {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const isPiece = (node: MapNode) =>
    node.kind === 'track' || (node.kind === 'stage' && byId.get(node.parent ?? '')?.kind === 'track');
  const pieceOf = (node: MapNode): MapNode => {
    const above = isPiece(node) || node.parent === undefined ? undefined : byId.get(node.parent);
    return above ? pieceOf(above) : node;
  };
  const piece = new Map(graph.nodes.map((node) => [node.id, pieceOf(node).id]));
  const own = (id: string) => piece.get(id) ?? id;
  return {
    nodes: graph.nodes.map((node): MapNode => {
      const track = own(node.id);
      return track === node.id ? { ...node, kind: 'track', parent: undefined, track } : { ...node, track };
    }),
    arrows: graph.arrows.map((arrow) =>
      own(arrow.source) === own(arrow.target) ? arrow : { ...arrow, kind: 'jump' as const },
    ),
  };
}
