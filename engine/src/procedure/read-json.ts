import { FORBIDDEN_IDS } from '../vocabulary/ids.ts';
import type { Json } from '../vocabulary/json.ts';
import { LIMITS } from './limits.ts';
import { textFlaw } from './text-flaw.ts';

/** What is wrong at a place of a JSON text; `path` holds the keys from the top. */
export type JsonFlaw = {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly parameters: Readonly<Record<string, string | number>>;
};

export type JsonReading = {
  /** Absent when the text is not JSON or nests too deep. */
  readonly value?: Json;
  readonly flaws: readonly JsonFlaw[];
  /** Where `null` stands: legal only in overlays. */
  readonly nulls: readonly (readonly (string | number)[])[];
};

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WORDS: readonly (readonly [string, Json])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

/** Thrown and caught inside `readJson` alone: the text is not JSON beyond this point. */
class NotJson extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Reads RFC 8259 JSON and tells what `JSON.parse` hides: keys given twice, keys that reach a prototype, numbers
 * that lose digits, lone surrogates, invisible control characters, and nesting that would exhaust the stack.
 * Never throws. A flawed member is left out of the value.
 */
export function readJson(text: string): JsonReading {
  const flaws: JsonFlaw[] = [];
  const nulls: (string | number)[][] = [];
  const path: (string | number)[] = [];
  let at = 0;

  const flaw = (code: string, message: string, parameters: JsonFlaw['parameters'] = {}) =>
    flaws.push({ code, path: [...path], message, parameters });

  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };

  /** As `match` for a pattern that may be empty, where what was found is not needed: no text is cut out. */
  const skip = (pattern: RegExp): void => {
    pattern.lastIndex = at;
    pattern.test(text);
    at = pattern.lastIndex;
  };

  const skipBlank = (): void => {
    for (;;) {
      const sign = text.charCodeAt(at);
      if (sign !== 32 && sign !== 10 && sign !== 13 && sign !== 9) return;
      at++;
    }
  };

  const fail = (wanted: string): never => {
    throw new NotJson('json.syntax', wanted);
  };

  const take = (character: string): boolean => {
    skipBlank();
    if (text[at] !== character) return false;
    at++;
    return true;
  };

  const readString = (): string => {
    const start = at;
    at++;
    let escaped = false;
    for (;;) {
      skip(PLAIN);
      const next = text[at];
      if (next === '"') break;
      if (next !== '\\') fail('a text needs its closing quote on the same line');
      if (match(ESCAPE) === '')
        fail('after a backslash stands one of " \\ / b f n r t or u and four hexadecimal digits');
      escaped = true;
    }
    at++;
    return escaped ? JSON.parse(text.slice(start, at)) : text.slice(start + 1, at - 1);
  };

  const readText = (): string => {
    const value = readString();
    const found = textFlaw(value);
    if (found) flaw(found.code, found.message, found.parameters);
    return value;
  };

  const readNumber = (): number => {
    const written = match(NUMBER);
    if (written === '') fail('a value was expected here');
    const value = Number(written);
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
      flaw(
        'json.number',
        `The number ${written.slice(0, 40)} is too large to be kept exactly; write a smaller one.`,
      );
      return 0;
    }
    return value === 0 ? 0 : value;
  };

  const readValue = (depth: number): Json => {
    skipBlank();
    const next = text[at];
    if (next === '"') return readText();
    if (next === '{' || next === '[') {
      if (depth >= LIMITS.jsonDepth) {
        throw new NotJson(
          'limit.depth',
          `nesting goes beyond ${LIMITS.jsonDepth} levels; flatten what stands here`,
        );
      }
      at++;
      return next === '{' ? readObject(depth + 1) : readArray(depth + 1);
    }
    for (const [word, value] of WORDS) {
      if (!text.startsWith(word, at)) continue;
      at += word.length;
      if (value === null) nulls.push([...path]);
      return value;
    }
    return readNumber();
  };

  const readArray = (depth: number): Json => {
    const items: Json[] = [];
    if (take(']')) return items;
    do {
      path.push(items.length);
      items.push(readValue(depth));
      path.pop();
    } while (take(','));
    return take(']') ? items : fail('a comma or ] was expected');
  };

  const readObject = (depth: number): Json => {
    const members: { [key: string]: Json } = {};
    if (take('}')) return members;
    do {
      skipBlank();
      if (text[at] !== '"') fail('a key in double quotes was expected');
      const key = readString();
      path.push(key);
      const forbidden = FORBIDDEN_IDS.has(key);
      if (forbidden)
        flaw('json.forbidden_key', `The key "${key}" is reserved by JavaScript; choose another name.`, {
          key,
        });
      const keyFlaw = textFlaw(key);
      if (keyFlaw) flaw(keyFlaw.code, keyFlaw.message, keyFlaw.parameters);
      if (!take(':')) fail('a colon was expected after the key');
      const value = readValue(depth);
      if (!forbidden) {
        if (Object.hasOwn(members, key)) {
          flaw('json.duplicate_key', `The key "${key}" stands twice here; keep one of the two.`, { key });
        }
        members[key] = value;
      }
      path.pop();
    } while (take(','));
    return take('}') ? members : fail('a comma or } was expected');
  };

  try {
    const value = readValue(0);
    skipBlank();
    if (at < text.length) fail('the file should end here');
    return { value, flaws, nulls };
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    const before = text.slice(0, at).split('\n');
    const line = before.length;
    const column = (before[line - 1]?.length ?? 0) + 1;
    flaw(error.code, `Line ${line}, column ${column}: ${error.message}.`, { line, column });
    return { flaws, nulls };
  }
}
