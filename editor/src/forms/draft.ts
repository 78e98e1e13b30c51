import type { FactValue } from '@parcours/engine';
import { useCallback, useSyncExternalStore } from 'react';
import type { Answers } from './fact-form.tsx';

const PREFIX = 'parcours.draft.';
const listeners = new Set<() => void>();
const NOTHING: Answers = {};
const read = new Map<string, { text: string; answers: Answers }>();

function load(key: string): Answers {
  const text = localStorage.getItem(PREFIX + key);
  if (text === null) return NOTHING;
  const known = read.get(key);
  if (known?.text === text) return known.answers;
  try {
    const answers = JSON.parse(text) as Answers;
    read.set(key, { text, answers });
    return answers;
  } catch {
    return NOTHING;
  }
}

function save(key: string, answers: Answers) {
  if (Object.keys(answers).length === 0) localStorage.removeItem(PREFIX + key);
  else localStorage.setItem(PREFIX + key, JSON.stringify(answers));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/**
 * What somebody has typed and not sent, kept in this browser at every letter, so that neither the network
 * nor a closed page loses it. Cleared when it is recorded, and all of it on signing out.
 */
export function useDraft(key: string) {
  const answers = useSyncExternalStore(subscribe, () => load(key));
  const answer = useCallback(
    (fact: string, value: FactValue | undefined) => {
      const { [fact]: _, ...rest } = load(key);
      save(key, value === undefined ? rest : { ...rest, [fact]: value });
    },
    [key],
  );
  const clear = useCallback(() => save(key, NOTHING), [key]);
  return { answers, answer, clear };
}

/** Forgets every draft of this browser. */
export function clearDrafts() {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  }
  for (const listener of listeners) listener();
}
