/** A piece of XML in reading order; names without their prefix. `from` and `to` say where it stands. */
export type XmlPiece = {
  readonly kind: 'open' | 'close' | 'text';
  /** Empty for text. */
  readonly name: string;
  /** Attributes of an opening tag as they are written, or the text itself with its entities open. */
  readonly said: string;
  /** An opening tag that closes itself. */
  readonly isEmpty: boolean;
  readonly from: number;
  readonly to: number;
};

/** The tags and texts of an XML part one after the other; comments, instructions and declarations are passed over. Never throws. */
export function* xmlPieces(xml: string): Generator<XmlPiece, void, undefined> {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    const end = tag < 0 ? xml.length : tag;
    if (end > at)
      yield { kind: 'text', name: '', said: opened(xml.slice(at, end)), isEmpty: false, from: at, to: end };
    if (tag < 0) return;
    if (xml.startsWith('<!--', tag)) at = after(xml, '-->', tag + 4);
    else if (xml.startsWith('<![CDATA[', tag)) {
      at = after(xml, ']]>', tag + 9);
      yield { kind: 'text', name: '', said: xml.slice(tag + 9, at - 3), isEmpty: false, from: tag, to: at };
    } else {
      at = tagEnd(xml, tag + 1);
      if (!/[\w/]/.test(xml[tag + 1] ?? '')) continue;
      yield tagOf(xml, tag, at);
    }
  }
}

/** An attribute by its name, whatever its prefix. */
export function attributeOf(said: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(said);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : opened(value);
}

function tagOf(xml: string, from: number, to: number): XmlPiece {
  const isClose = xml[from + 1] === '/';
  const inner = xml.slice(from + (isClose ? 2 : 1), to - 1);
  const isEmpty = !isClose && inner.endsWith('/');
  const whole = /^[^\s/]+/.exec(inner)?.[0] ?? '';
  return {
    kind: isClose ? 'close' : 'open',
    name: whole.slice(whole.indexOf(':') + 1),
    said: inner.slice(whole.length, isEmpty ? -1 : undefined),
    isEmpty,
    from,
    to,
  };
}

/** Where a tag ends: at the first `>` outside of quotes. */
function tagEnd(xml: string, from: number): number {
  let at = from;
  while (at < xml.length) {
    const letter = xml[at];
    if (letter === '>') return at + 1;
    if (letter === '"' || letter === "'") {
      const end = xml.indexOf(letter, at + 1);
      if (end < 0) return xml.length;
      at = end;
    }
    at += 1;
  }
  return xml.length;
}

function after(xml: string, sign: string, from: number): number {
  const found = xml.indexOf(sign, from);
  return found < 0 ? xml.length : found + sign.length;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML and letters by number; any other stays as it is written. */
function opened(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (whole, digits, hex, name) => {
      if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
      const code = digits === undefined ? Number.parseInt(hex, 16) : Number(digits);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
