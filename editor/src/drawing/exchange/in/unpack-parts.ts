import { type UnzipFileInfo, unzipSync } from 'fflate';
import { nothing, READ_LIMITS, type Reading, trouble } from './reading.ts';

type Unpacked = { readonly parts: Record<string, Uint8Array> } | { readonly refused: Reading };

/**
 * The parts of an office file that are wanted, unpacked to no more than they state; a document type declaration in any is refused,
 * so that no entity is ever opened.
 */
export function unpackParts(
  bytes: Uint8Array,
  wantedNames: RegExp,
  needed: { readonly part: string; readonly otherwise: Reading },
): Unpacked {
  const wanted: UnzipFileInfo[] = [];
  try {
    let count = 0;
    unzipSync(bytes, {
      filter: (entry) => {
        count += 1;
        if (count < 5_000 && wantedNames.test(entry.name)) wanted.push(entry);
        return false;
      },
    });
    const total = wanted.reduce((sum, { originalSize }) => sum + originalSize, 0);
    if (
      total > READ_LIMITS.partBytes ||
      wanted.some(({ size, originalSize }) => size > originalSize * 1.1 + 1_000)
    )
      return {
        refused: nothing(
          trouble('swollen', needed.part, 'This document swells to more than it may; save it again.'),
        ),
      };
    const names = new Set(wanted.map(({ name }) => name));
    if (!names.has(needed.part)) return { refused: needed.otherwise };
    const parts = unzipSync(bytes, { filter: ({ name }) => names.has(name) });
    if (Object.values(parts).some(declaresType))
      return {
        refused: nothing(
          trouble(
            'declares',
            needed.part,
            'This document declares types of its own, which no office file does.',
          ),
        ),
      };
    return { parts };
  } catch {
    return { refused: nothing(broken(needed.part)) };
  }
}

/** A file that is damaged or cut short. */
export const broken = (part: string) =>
  trouble('broken', part, 'This document cannot be opened: it is damaged or cut short.');

/** `<!DOCTYPE` or `<!ENTITY` anywhere, in UTF-8 or in UTF-16. */
function declaresType(part: Uint8Array): boolean {
  return /<!(?:DOCTYPE|ENTITY)/i.test(partText(part));
}

/** The text of a part, in UTF-8 or in UTF-16. */
export function partText(part: Uint8Array): string {
  return new TextDecoder(isWide(part) ? (part[0] === 0xfe ? 'utf-16be' : 'utf-16le') : 'utf-8').decode(part);
}

/** UTF-16 rather than UTF-8. */
export const isWide = (part: Uint8Array): boolean => part[0] === 0xff || part[0] === 0xfe || part[1] === 0;
