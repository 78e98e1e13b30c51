import { readFragment } from '../log/fragment.ts';

/** What was copied last in this application, for where the browser keeps its clipboard to itself. */
const kept = { text: '' };

/** Remembers what a copy event has put on the clipboard. */
export function keepCopy(text: string): void {
  kept.text = text;
}

/** Puts a text on the clipboard; kept here as well, for browsers that refuse. */
export function writeClipboard(text: string): void {
  keepCopy(text);
  void navigator.clipboard?.writeText(text).catch(() => undefined);
}

/** The steps on the clipboard, else those copied last here; empty when there are none. */
export async function readClipboard(): Promise<string> {
  try {
    const text = await navigator.clipboard.readText();
    return readFragment(text) ? text : kept.text;
  } catch {
    return kept.text;
  }
}
