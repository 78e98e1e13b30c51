/** Analyses the choices of one state away from the screen; `{ pack, state }` in, `{ choices, complete }` or nothing out. */
import { analyseRules, EngineError, type Pack } from '@parcours/engine';

export type Asked = { readonly ask: number; readonly pack: Pack; readonly state: string };
type Found = Pick<ReturnType<typeof analyseRules>, 'choices' | 'complete'>;
export type Answered = { readonly ask: number; readonly found: Found | undefined };

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  self.postMessage({ ask: data.ask, found: analysed(data) } satisfies Answered);
};

/** A pack that cannot run yet has no analysis: the list of what is to do says why. */
function analysed({ pack, state }: Asked): Found | undefined {
  try {
    const { choices, complete } = analyseRules(pack, { only: state });
    return { choices, complete };
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}
