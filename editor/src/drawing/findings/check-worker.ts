/** Checks a pack off the page's thread: its structure while people type, its paths when they pause. Stopped by being ended. */
import type { Pack, VerdictCache } from '@parcours/engine';
import { applyPatches, enablePatches } from 'immer';
import { behaviourOf } from './behaviour-of.ts';
import type { CheckAsk, CheckTold } from './check-messages.ts';
import { tellPaths, tellStructure } from './check-pack.ts';
import { storyTo } from './story-to.ts';

enablePatches();

let known: Pack | undefined;
const cache: VerdictCache = {};

const answer = (told: CheckTold) => postMessage(told);

self.onmessage = ({ data: ask }: MessageEvent<CheckAsk>) => {
  const { version } = ask;
  const tell = (told: object) => answer({ version, ...told } as CheckTold);
  try {
    if (ask.kind === 'prove') {
      Object.assign(cache, ask.cache);
      tellPaths(
        ask.pack,
        { cache, onlySafeguards: ask.onlySafeguards ?? false, base: ask.base, now: () => performance.now() },
        tell,
      );
      return undefined;
    }
    if (ask.kind === 'reach') return tell({ kind: 'reached', story: storyTo(ask.pack, ask.step) });
    if (ask.kind === 'behaviour') return tell({ kind: 'behaves', ...behaviourOf(ask.before, ask.after) });
    known = ask.kind === 'structure' ? ask.pack : changed(ask.patches);
    if (known) tellStructure(known, tell);
    else answer({ version, kind: 'lost' });
  } catch (error) {
    answer({ version, kind: 'failed', message: String(error) });
  }
};

function changed(patches: Extract<CheckAsk, { kind: 'changes' }>['patches']): Pack | undefined {
  try {
    return known && applyPatches(known, patches);
  } catch {
    return undefined;
  }
}
