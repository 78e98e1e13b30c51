import type { Finding } from '@parcours/engine';
import { type DraftLanguage, draftWords } from '../draft-words.ts';
import { tidy, trouble, visible } from '../reading.ts';

export type Json = unknown;
export type Raw = { readonly [key: string]: Json };
/** A part of the draft in the making. */
export type Entry = { [field: string]: unknown };

const MOST_FINDINGS = 200;

/** What every part of the reading shares: the draft's language, and what was found on the way. */
export function machineNotes(language: DraftLanguage) {
  const findings: Finding[] = [];
  const tell = (
    code: string,
    path: string,
    message: string,
    name: string,
    severity: Finding['severity'] = 'warning',
  ) => {
    if (findings.length < MOST_FINDINGS)
      findings.push(trouble(code, path, message, severity, { name: name.slice(0, 100) }));
  };
  const leaveOut = (raw: Raw, keys: readonly string[], path: string) => {
    for (const key of keys)
      if (raw[key] !== undefined) {
        const named = namesOf(raw[key]);
        const name = named === '' ? key : `${key} : ${named}`;
        tell(
          'left_out',
          path,
          'This part of the machine has no place in a procedure and was left out.',
          name,
        );
      }
  };
  const text = (said: string) => ({ [language]: visible(said) });
  return { language, words: draftWords(language), findings, tell, leaveOut, text };
}

/** What a part of a machine names: an action, a list of them, the keys of its data. */
export function namesOf(value: Json): string {
  if (typeof value === 'string') return tidy(value);
  if (Array.isArray(value)) return value.slice(0, 20).map(namesOf).filter(Boolean).join(', ');
  if (!isRaw(value)) return '';
  const named = [value['type'], value['src'], value['id']].find((each) => typeof each === 'string');
  return tidy(String(named ?? Object.keys(value).slice(0, 20).join(', ')));
}

export type MachineNotes = ReturnType<typeof machineNotes>;

/** "reviewPlan", "review_plan", "REVIEW.PLAN" as words. */
export function spoken(key: string): string {
  const words = tidy(key.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/[_.\-/]+/g, ' ')).slice(0, 200);
  const lower = words === words.toUpperCase() ? words.toLowerCase() : words;
  return lower === '' ? '…' : lower.charAt(0).toUpperCase() + lower.slice(1);
}

export function isRaw(value: Json): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own entries; a key that JavaScript reserves is read as any other word. */
export function entriesOf(value: Json): readonly (readonly [string, Json])[] {
  return isRaw(value) ? Object.entries(value) : [];
}
