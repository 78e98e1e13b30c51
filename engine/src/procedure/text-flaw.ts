/** Embeddings and overrides, which make a text read otherwise than it is written. Marks (200E, 200F, 061C) are fine. */
const BIDI_OVERRIDE = /[\u202a-\u202e]/;
const ISOLATES = /[\u2066-\u2069]/g;
/** Everything invisible but tab, line feed and carriage return. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufff9-\ufffb]/;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Any sign that one of the patterns above looks for; nearly every text has none, and is read once. */
const SUSPECT =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffd]/;

export type TextFlaw = {
  readonly code: 'text.encoding' | 'text.bidi' | 'text.control';
  readonly message: string;
  readonly parameters: Readonly<Record<string, string>>;
};

/** What would make a text lie on a screen or break a hash; undefined for honest text in any script. */
export function textFlaw(text: string): TextFlaw | undefined {
  if (!SUSPECT.test(text)) return undefined;
  if (LONE_SURROGATE.test(text) || text.includes('\ufffd')) {
    return {
      code: 'text.encoding',
      message:
        'The text holds half a character or a replacement sign; save the file as UTF-8 and type it again.',
      parameters: {},
    };
  }
  if (BIDI_OVERRIDE.test(text) || !isolatesClose(text)) {
    return {
      code: 'text.bidi',
      message:
        'The text holds an invisible sign that reverses reading order; remove it and type the text again.',
      parameters: {},
    };
  }
  const control = CONTROL.exec(text)?.[0];
  if (control !== undefined) {
    const character = `U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    return {
      code: 'text.control',
      message: `The text holds the invisible control character ${character}; remove it.`,
      parameters: { character },
    };
  }
  return undefined;
}

function isolatesClose(text: string): boolean {
  let open = 0;
  for (const [sign] of text.matchAll(ISOLATES)) {
    open += sign === '\u2069' ? -1 : 1;
    if (open < 0) return false;
  }
  return open === 0;
}
