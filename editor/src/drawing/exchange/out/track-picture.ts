import type { Pack } from '@parcours/engine';
import type { MapArrow, MapGraph, MapNode } from '../../../map/map-graph.ts';
import type { Box, MapLayout, Point } from '../../../map/map-layout.ts';

/** A drawing of one track: an `<svg>` element that stands by itself, and its size in pixels. */
export type TrackPicture = { readonly svg: string; readonly width: number; readonly height: number };

type Words = {
  readonly state: (id: string) => string;
  readonly role: (id: string) => string;
  readonly arrow: (arrow: MapArrow) => string;
  readonly dir: 'ltr' | 'rtl';
};

const EDGE = 16;
const LINE = 19;
const INK = '#1b1f24';
const FILLS: Readonly<Record<string, string>> = {
  social: '#e0f0f1',
  police: '#e3e8fb',
  justice: '#efe5f7',
  health: '#fde8e8',
  education: '#fdf2d8',
  community: '#e6f4e3',
  oversight: '#f7f1d5',
  family: '#ddf1f7',
  child: '#fbe6f1',
};

/** One track of a laid out map as a still picture for paper: stages as frames, steps as boxes with who does them, arrows with their words. */
export function trackPicture(
  pack: Pack,
  graph: MapGraph,
  layout: MapLayout,
  track: string,
  words: Words,
): TrackPicture {
  const nodes = graph.nodes.filter((node) => node.track === track);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const absolute = new Map<string, Box>();
  for (const node of nodes) {
    const box = layout.boxes.get(node.id);
    const above = node.parent === undefined ? undefined : absolute.get(node.parent);
    if (box) absolute.set(node.id, { ...box, x: box.x + (above?.x ?? 0), y: box.y + (above?.y ?? 0) });
  }
  const frame = absolute.get(track) ?? { x: 0, y: 0, width: 100, height: 100 };
  const arrows = graph.arrows.filter((arrow) => arrow.kind === 'line' && byId.has(arrow.source));
  const parts = [
    ...nodes
      .filter(({ kind }) => kind !== 'step')
      .map((node) => frameSvg(node, absolute.get(node.id), words)),
    ...arrows.map((arrow) => lineSvg(layout.routes.get(arrow.id)?.points ?? [])),
    ...nodes
      .filter(({ kind }) => kind === 'step')
      .map((node) => stepSvg(pack, node, absolute.get(node.id), words)),
    ...arrows.map((arrow) => labelSvg(layout.routes.get(arrow.id)?.label, words.arrow(arrow), words)),
  ];
  const [width, height] = [Math.ceil(frame.width + 2 * EDGE), Math.ceil(frame.height + 2 * EDGE)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${frame.x - EDGE} ${frame.y - EDGE} ${width} ${height}" role="img" font-family="Inter, 'Noto Sans Arabic', Tahoma, Arial, sans-serif" font-size="15" direction="${words.dir}"><title>${escaped(words.state(track))}</title><defs><marker id="tip-${track}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="#46525c"/></marker></defs><rect x="${frame.x - EDGE}" y="${frame.y - EDGE}" width="${width}" height="${height}" fill="#fff"/>${parts.join('').replaceAll('url(#tip)', `url(#tip-${track})`)}</svg>`;
  return { svg, width, height };
}

function frameSvg({ id, kind }: MapNode, box: Box | undefined, words: Words): string {
  if (!box) return '';
  const look =
    kind === 'track' ? 'fill="#fafcfc" stroke="#0b6e75" stroke-width="2"' : 'fill="#f1f6f6" stroke="#8aa3a6"';
  // In the corner, where no arrow comes in.
  const x = words.dir === 'rtl' ? box.x + box.width - EDGE : box.x + EDGE;
  return `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="10" ${look}/>${textSvg([words.state(id)], { x, y: box.y + 30 }, 'text-anchor="start" font-weight="700" font-size="17"')}`;
}

function stepSvg(pack: Pack, node: MapNode, box: Box | undefined, words: Words): string {
  if (!box) return '';
  const fill = FILLS[node.sector ?? pack.roles[node.roles[0] ?? '']?.sector ?? ''] ?? '#fff';
  const title = wrapped(words.state(node.id), 32, 3);
  const roles = node.roles.length > 0 ? wrapped(node.roles.map(words.role).join(', '), 40, 2) : [];
  const stroke = node.isMeasure ? 'stroke="#b45309" stroke-width="3"' : 'stroke="#46525c" stroke-width="1.2"';
  const dash = node.stepKind === 'wait' || node.stepKind === 'idle' ? ' stroke-dasharray="6 4"' : '';
  const top = box.y + (box.height - (title.length + roles.length) * LINE) / 2 + LINE * 0.75;
  const radius = node.stepKind === 'end' ? Math.min(30, box.height / 2) : 6;
  return `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="${radius}" fill="${fill}" ${stroke}${dash}/>${textSvg(title, { x: box.x + box.width / 2, y: top }, 'font-weight="600"')}${textSvg(roles, { x: box.x + box.width / 2, y: top + title.length * LINE }, 'font-size="13" fill="#37424b"')}`;
}

function lineSvg(points: readonly Point[]): string {
  if (points.length < 2) return '';
  return `<polyline points="${points.map(({ x, y }) => `${x},${y}`).join(' ')}" fill="none" stroke="#46525c" stroke-width="1.5" marker-end="url(#tip)"/>`;
}

function labelSvg(box: Box | undefined, text: string, _words: Words): string {
  if (!box || text === '') return '';
  const said = text.split('\n').flatMap((line) => wrapped(line, 27, 4));
  const height = said.length * 17 + 4;
  const y = box.y + (box.height - height) / 2;
  return `<rect x="${box.x}" y="${y}" width="${box.width}" height="${height}" rx="4" fill="#fff" opacity=".92"/>${textSvg(said, { x: box.x + box.width / 2, y: y + 14 }, 'font-size="12.5" fill="#37424b"', 17)}`;
}

function textSvg(lines: readonly string[], { x, y }: Point, look: string, step = LINE): string {
  return lines
    .map(
      (line, index) =>
        `<text x="${x}" y="${y + index * step}" text-anchor="middle" fill="${INK}" ${look}>${escaped(line)}</text>`,
    )
    .join('')
    .replaceAll(/fill="#1b1f24" ([^>]*fill=)/g, '$1')
    .replaceAll(/text-anchor="middle" ([^>]*text-anchor=)/g, '$1');
}

/** Lines of at most so many letters; what is beyond the last line ends in dots. */
function wrapped(text: string, letters: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`];
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
