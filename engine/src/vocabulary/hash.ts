import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { EngineError } from './engine-error.ts';

/** SHA-256 of a text in UTF-8, as 64 small hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * The one text of a JSON value: keys sorted by UTF-16 code unit, numbers as ECMAScript writes them (RFC 8785).
 * An `undefined` property is left out, as JSON does. Throws `value.invalid` for what JSON cannot hold: NaN, infinity,
 * half a surrogate pair, a cycle, or nesting beyond the stack.
 */
export function canonicalJson(value: unknown): string {
  const text = written(value);
  if (text === undefined) throw notJson('it has no JSON form');
  return text;
}

function written(value: unknown): string | undefined {
  try {
    return canonicalize(value);
  } catch (error) {
    throw notJson(error instanceof Error ? error.message : String(error));
  }
}

function notJson(why: string): EngineError {
  return new EngineError('value.invalid', `Only plain JSON has a canonical text: ${why}.`, { why });
}
