import type { ChoiceAnalysis } from '@parcours/engine';
import { useEffect, useRef, useState } from 'react';
import type { Way } from '../commands/way.ts';
import { useDrawnPack } from '../drawing-context.tsx';
import type { Answered, Asked } from './analyse-worker.ts';

type Analysis =
  | { readonly is: 'checking' }
  /** The pack cannot run yet. */
  | { readonly is: 'unready' }
  | { readonly is: 'told'; readonly choice: ChoiceAnalysis | undefined; readonly isComplete: boolean };

/** Keys that follow each other closely are one question. */
const PAUSE_MS = 150;

/** What the engine finds in one choice, asked in a worker each time the pack has changed. */
export function useAnalysis({ from, by, name }: Pick<Way, 'from' | 'by' | 'name'>): Analysis {
  const pack = useDrawnPack();
  const worker = useRef<Worker>(undefined);
  const [analysis, setAnalysis] = useState<Analysis>({ is: 'checking' });
  useEffect(() => {
    const made = new Worker(new URL('./analyse-worker.ts', import.meta.url), { type: 'module' });
    worker.current = made;
    return () => made.terminate();
  }, []);
  useEffect(() => {
    const asked = worker.current;
    if (!asked) return undefined;
    setAnalysis({ is: 'checking' });
    const ask = nextAsk();
    const listen = ({ data }: MessageEvent<Answered>) => {
      if (data.ask === ask) setAnalysis(told(data, from, by, name));
    };
    asked.addEventListener('message', listen);
    const timer = setTimeout(() => asked.postMessage({ ask, pack, state: from } satisfies Asked), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.removeEventListener('message', listen);
    };
  }, [pack, from, by, name]);
  return analysis;
}

let asks = 0;
const nextAsk = (): number => {
  asks += 1;
  return asks;
};

function told({ found }: Answered, from: string, by: Way['by'], name: string): Analysis {
  if (!found) return { is: 'unready' };
  const kind = by === 'on' ? 'event' : by;
  const choice = found.choices.find(
    (each) =>
      each.state === from &&
      each.kind === kind &&
      (kind === 'event' || kind === 'after' ? each.name === name : true),
  );
  return { is: 'told', choice, isComplete: found.complete };
}
