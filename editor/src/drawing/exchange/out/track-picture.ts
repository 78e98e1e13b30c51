import type { Pack } from '@parcours/engine';
import { jumpsByStep } from '../../../map/elk-graph.ts';
import type { MapArrow, MapGraph, MapNode } from '../../../map/map-graph.ts';
import type { Box, MapLayout, Point } from '../../../map/map-layout.ts';

/** A drawing of one track: an `<svg>` element that stands by itself, and its size in pixels. */
export type TrackPicture = { readonly svg: string; readonly width: number; readonly height: number };

type Words = {
  readonly state: (id: string) => string;
  /** The number by which the document calls a step, a stage or a track. */
  readonly number: (id: string) => string;
  readonly role: (id: string) => string;
  readonly arrow: (arrow: MapArrow) => string;
  /** What the marks of far ways mean. */
  readonly farWays: string;
  readonly dir: 'ltr' | 'rtl';
};

const EDGE = 16;
const LINE = 19;
/** Pixels of a sheet, edges taken off; letters smaller than this part of theirs cannot be read on it. */
const SHEET = { width: 640, height: 880 };
const SMALLEST_PART = 0.55;
/** The room that the layout leaves on a card for a far way. */
const FAR = 26;
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

/**
 * One track of a laid out map as a still picture for paper: stages as frames, steps as boxes with who does them, arrows with
 * their words. A way that leads far is no line: it stands on the card where it begins, with the number of where it leads.
 * Nothing is left out, and no title is cut.
 */
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
  const jumps = jumpsByStep(graph);
  const leave = (id: string) => graph.arrows.filter(({ kind, source }) => kind === 'jump' && source === id);
  const isFar = nodes.some(({ id }) => jumps.has(id) || leave(id).length > 0);
  const parts = [
    ...nodes.filter(({ kind }) => kind !== 'step').map((node) => frameSvg(node, absolute.get(node.id))),
    ...arrows.map((arrow) => lineSvg(layout.routes.get(arrow.id)?.points ?? [])),
    ...nodes
      .filter(({ kind }) => kind !== 'step')
      .map((node) => headSvg(node, absolute.get(node.id), leave(node.id), words)),
    ...nodes
      .filter(({ kind }) => kind === 'step')
      .map((node) => stepSvg(pack, node, absolute.get(node.id), jumps.get(node.id) ?? [], words)),
    ...arrows.map((arrow) => labelSvg(layout.routes.get(arrow.id)?.label, words.arrow(arrow), words)),
  ];
  const width = Math.ceil(frame.width + 2 * EDGE);
  const note = isFar ? wrapped(words.farWays, (width - 2 * EDGE) / 6.6) : [];
  const height = Math.ceil(frame.height + 2 * EDGE + note.length * 17);
  const x = words.dir === 'rtl' ? frame.x + frame.width : frame.x;
  const below = textSvg(
    note,
    { x, y: frame.y + frame.height + EDGE + 6 },
    `${QUIET} font-size="12.5"`,
    words,
    { step: 17, isAtSide: true },
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${frame.x - EDGE} ${frame.y - EDGE} ${width} ${height}" role="img" font-family="Inter, 'Noto Sans Arabic', Tahoma, Arial, sans-serif" font-size="15" direction="${words.dir}"><title>${escaped(words.state(track))}</title><defs><marker id="tip-${track}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="#46525c"/></marker></defs><rect x="${frame.x - EDGE}" y="${frame.y - EDGE}" width="${width}" height="${height}" fill="#fff"/>${parts.join('').replaceAll('url(#tip)', `url(#tip-${track})`)}${below}</svg>`;
  return { svg, width, height };
}

/** True for a picture that can be read on one sheet. */
export function isLegible({ width, height }: TrackPicture): boolean {
  return Math.min(SHEET.width / width, SHEET.height / height) >= SMALLEST_PART;
}

const QUIET = 'fill="#37424b"';

const numbered = (id: string, words: Words) => `${words.number(id)} ${words.state(id)}`.trim();

const GROUNDS = { track: '#fafcfc', stage: '#f1f6f6', step: '#fff' } as const;

function frameSvg({ kind }: MapNode, box: Box | undefined): string {
  if (!box) return '';
  const line = kind === 'track' ? 'stroke="#0b6e75" stroke-width="2"' : 'stroke="#8aa3a6"';
  return `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="10" fill="${GROUNDS[kind]}" ${line}/>`;
}

/** What a frame is called, above the arrows that come in through it. */
function headSvg(
  { id, kind }: MapNode,
  box: Box | undefined,
  leave: readonly MapArrow[],
  words: Words,
): string {
  if (!box) return '';
  const clear = `stroke="${GROUNDS[kind]}" stroke-width="7" stroke-linejoin="round" paint-order="stroke"`;
  const x = words.dir === 'rtl' ? box.x + box.width - EDGE : box.x + EDGE;
  const title = fitted(numbered(id, words), box.width - 2 * EDGE, 17, 2);
  const sign = words.dir === 'rtl' ? '←' : '→';
  const far =
    leave.length === 0 ? '' : `${sign} ${leave.map(({ target }) => words.number(target)).join(' · ')}`;
  const top = box.y + (title.lines.length > 1 ? 22 : 28);
  return `${textSvg(title.lines, { x, y: top }, `font-weight="700" font-size="${title.size}" ${clear}`, words, { step: title.size + 2, isAtSide: true })}${far && textSvg([far], { x, y: box.y + 57 }, `${QUIET} font-size="12.5" ${clear}`, words, { isAtSide: true })}`;
}

function stepSvg(
  pack: Pack,
  node: MapNode,
  box: Box | undefined,
  jumps: readonly MapArrow[],
  words: Words,
): string {
  if (!box) return '';
  const fill = FILLS[node.sector ?? pack.roles[node.roles[0] ?? '']?.sector ?? ''] ?? '#fff';
  const inside = box.width - 2 * EDGE;
  const title = fitted(numbered(node.id, words), inside, 15, 3);
  const stroke = node.isMeasure ? 'stroke="#b45309" stroke-width="3"' : 'stroke="#46525c" stroke-width="1.2"';
  const dash = node.stepKind === 'wait' || node.stepKind === 'idle' ? ' stroke-dasharray="6 4"' : '';
  const card = box.height - jumps.length * FAR;
  const room = Math.max(1, Math.floor(card / LINE) - title.lines.length);
  const roles = fitted(node.roles.map(words.role).join(', '), inside, 13, room);
  const top = box.y + (card - (title.lines.length + roles.lines.length) * LINE) / 2 + LINE * 0.75;
  const radius = node.stepKind === 'end' ? Math.min(30, box.height / 2) : 6;
  const middle = box.x + box.width / 2;
  const far = jumps.map((jump, index) => {
    const isLeaving = jump.source === node.id;
    const sign = isLeaving === (words.dir === 'ltr') ? '→' : '←';
    const where = words.number(isLeaving ? jump.target : jump.source);
    const said = fitted(`${sign} ${where} ${words.arrow(jump).replaceAll('\n', ', ')}`, inside, 11.5, 2);
    const y = box.y + card + index * FAR + (said.lines.length > 1 ? 7 : 14);
    return textSvg(said.lines, { x: middle, y }, `${QUIET} font-size="${said.size}"`, words, { step: 12 });
  });
  return `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="${radius}" fill="${fill}" ${stroke}${dash}/>${textSvg(title.lines, { x: middle, y: top }, `font-weight="600" font-size="${title.size}"`, words)}${textSvg(roles.lines, { x: middle, y: top + title.lines.length * LINE }, `${QUIET} font-size="${roles.size}"`, words)}${far.join('')}`;
}

function lineSvg(points: readonly Point[]): string {
  if (points.length < 2) return '';
  return `<polyline points="${points.map(({ x, y }) => `${x},${y}`).join(' ')}" fill="none" stroke="#46525c" stroke-width="1.5" marker-end="url(#tip)"/>`;
}

function labelSvg(box: Box | undefined, text: string, words: Words): string {
  if (!box || text === '') return '';
  const said = text.split('\n').flatMap((line) => wrapped(line, 27));
  const height = said.length * 17 + 4;
  const y = box.y + (box.height - height) / 2;
  return `<rect x="${box.x}" y="${y}" width="${box.width}" height="${height}" rx="4" fill="#fff" opacity=".92"/>${textSvg(said, { x: box.x + box.width / 2, y: y + 14 }, `${QUIET} font-size="12.5"`, words, { step: 17 })}`;
}

/**
 * Lines of one text, read as its own letters are: French in an Arabic picture keeps its order. Where a text begins at the
 * side, that is the side of the picture.
 */
function textSvg(
  lines: readonly string[],
  { x, y }: Point,
  look: string,
  { dir }: Pick<Words, 'dir'>,
  { step = LINE, isAtSide = false } = {},
): string {
  const own = dirOf(lines.join(' ')) ?? dir;
  const anchor = !isAtSide ? 'middle' : own === dir ? 'start' : 'end';
  const ink = look.includes('fill=') ? look : `fill="${INK}" ${look}`;
  return lines
    .map(
      (line, at) =>
        `<text x="${x}" y="${y + at * step}" direction="${own}" text-anchor="${anchor}" ${ink}>${escaped(line)}</text>`,
    )
    .join('');
}

/** By the first letter of a text; numbers and signs have no direction. */
function dirOf(text: string): Words['dir'] | undefined {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return undefined;
  return /\p{Script=Arabic}/u.test(letter) ? 'rtl' : 'ltr';
}

/** Letters are about this wide, in parts of their height: a little more than measured, so that no line touches an edge. */
const LETTER = 0.56;
const SMALLEST = 8;

/** A text in at most so many lines of a width, in smaller letters where it is long: on paper nothing can be opened to read on. */
function fitted(
  text: string,
  width: number,
  size: number,
  most: number,
): { readonly lines: readonly string[]; readonly size: number } {
  if (text === '') return { lines: [], size };
  const lines = wrapped(text, width / (size * LETTER));
  return lines.length <= most || size <= SMALLEST ? { lines, size } : fitted(text, width, size - 1, most);
}

/** Lines of at most so many letters, words kept whole. */
function wrapped(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
