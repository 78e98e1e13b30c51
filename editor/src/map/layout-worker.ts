import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js';
import elkWorkerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { elkGraph, type Part } from './elk-graph.ts';

export type LayoutWorker = InstanceType<typeof ELK>;

let prepared: { readonly elk: LayoutWorker; isTaken: boolean } | undefined;

const openElk = () => new ELK({ workerUrl: elkWorkerUrl });

/** A worker that has laid out some frames is several times as fast as one that has just begun. */
const PRACTICE = 8;

/**
 * Begins a worker before there is anything to lay out, and lets it practise, frame after frame, until somebody takes it: while a
 * procedure comes from the service there is time for that.
 */
export function prepareLayoutWorker(): void {
  if (prepared) return;
  const one = { elk: openElk(), isTaken: false };
  prepared = one;
  const practise = async () => {
    for (let time = 0; time < PRACTICE && !one.isTaken; time += 1) await one.elk.layout(practiceFrame());
  };
  // What is wrong with the worker is told to those who ask it for a layout.
  practise().catch(() => undefined);
}

/** The worker that was prepared, else a new one; it belongs to who takes it. */
export function takeLayoutWorker(): LayoutWorker {
  const ready = prepared;
  prepared = undefined;
  if (!ready) return openElk();
  ready.isTaken = true;
  return ready.elk;
}

/** Some cards, a frame among them, lines with words between them and through the edges: a bit of all that procedures have. */
function practiceFrame(): ElkNode {
  const cards = ['a', 'b', 'c', 'd', 'e', 'f'];
  const parts = cards.map(
    (id): Part => ({
      id,
      width: 280,
      height: 124,
      doors:
        id === 'c'
          ? [
              { id: 'c-in', way: 'in', x: 140, y: 0 },
              { id: 'c-out', way: 'out', x: 140, y: 124 },
            ]
          : [],
    }),
  );
  const line = (from: string, to: string) => ({
    id: `${from}-${to}`,
    from,
    to,
    label: { width: 180, height: 26 },
  });
  const pieces = [
    line('in', 'a'),
    line('a', 'b'),
    line('a', 'c-in'),
    line('b', 'd'),
    line('c-out', 'd'),
    line('c-out', 'e'),
    line('d', 'f'),
    line('e', 'f'),
    line('f', 'out'),
  ];
  const doors = {
    all: [
      { id: 'out', way: 'out' },
      { id: 'in', way: 'in' },
    ],
    isOrdered: true,
  } as const;
  return elkGraph({ id: 'practice', parts, pieces, doors }, 'DOWN');
}
