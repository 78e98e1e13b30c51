import { type XmlPiece, xmlPieces } from '../xml-pieces.ts';

/** A text box as the older drawings of Word have it, which is read with the words inside. */
const OPEN = '<w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">';
const CLOSE = '</v:textbox></w:pict>';

/**
 * The text boxes of a part, each once, where their words are read: Word writes a box twice, newly drawn and as older Words know it;
 * others write it newly drawn alone, or with a picture of it as what older Words know.
 */
export function openBoxes(xml: string): string {
  if (!xml.includes('txbxContent')) return xml;
  const holders = holdersIn(xml);
  const kept: string[] = [];
  const open: { readonly from: number; readonly before: State }[] = [];
  let state: State = 'read';
  for (const piece of xmlPieces(xml)) {
    const said = xml.slice(piece.from, piece.to);
    if (piece.kind === 'open' && !piece.isEmpty) {
      open.push({ from: piece.from, before: state });
      const holder = holders.get(piece.from);
      if (holder === 'box' && state === 'shell') kept.push(OPEN, said);
      else if (holder === undefined && state === 'read') kept.push(said);
      state = within(state, holder);
    } else if (piece.kind === 'close') {
      const own = open.pop();
      const holder = own && holders.get(own.from);
      state = own?.before ?? state;
      if (holder === 'box' && state === 'shell') kept.push(said, CLOSE);
      else if (holder === undefined && state === 'read') kept.push(said);
    } else if (state === 'read') kept.push(said);
  }
  return kept.join('');
}

/** Of what stands around: it is read, only the boxes in it are, or none of it. */
type State = 'read' | 'shell' | 'gone';

function within(state: State, holder: Holder | undefined): State {
  if (state === 'gone' || holder === 'gone') return 'gone';
  if (holder === 'shell') return 'shell';
  return holder === 'box' ? 'read' : state;
}

/** What becomes of an element: its tags go, it goes but for the boxes in it, it goes whole; or it is such a box. */
type Holder = 'opened' | 'shell' | 'gone' | 'box';
type Open = { readonly piece: XmlPiece; boxes: number };

function holdersIn(xml: string): ReadonlyMap<number, Holder> {
  const holders = new Map<number, Holder>();
  const open: Open[] = [];
  /** Of each pair of drawings being read: its ways, and how many boxes each holds. */
  const pairs: { readonly from: number; readonly ways: Open[] }[] = [];
  const inDrawing: number[] = [];
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text' || piece.isEmpty) continue;
    if (piece.kind === 'open') {
      if (piece.name === 'txbxContent') {
        for (const each of open) each.boxes += 1;
        if (inDrawing.length > 0) holders.set(piece.from, 'box');
      }
      if (piece.name === 'drawing') inDrawing.push(piece.from);
      if (piece.name === 'AlternateContent') pairs.push({ from: piece.from, ways: [] });
      open.push({ piece, boxes: 0 });
      continue;
    }
    const own = open.pop();
    if (!own) continue;
    const { name, from } = own.piece;
    if (name === 'drawing') {
      inDrawing.pop();
      if (own.boxes > 0) holders.set(from, 'shell');
    } else if (name === 'Choice' || name === 'Fallback') pairs.at(-1)?.ways.push(own);
    else if (name === 'AlternateContent') {
      const ways = pairs.pop()?.ways ?? [];
      const older = ways.find((way) => way.piece.name === 'Fallback');
      const read = older && older.boxes > 0 ? older : ways.find(({ boxes }) => boxes > 0);
      if (!read) continue;
      holders.set(from, 'opened');
      for (const way of ways) holders.set(way.piece.from, way === read ? 'opened' : 'gone');
    }
  }
  return holders;
}
