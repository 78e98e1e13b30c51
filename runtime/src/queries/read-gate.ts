import type { Asked } from '../access/who-asks.ts';
import { readableDraft } from '../commands/on-draft.ts';
import { wholeText } from '../packs/draft-text.ts';
import type { GateReport } from '../proofs/gate-report.ts';

/** The report of the gate, or that it is still being made: ask again. */
export type GateView =
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly report: GateReport };

/** An answer is not kept waiting longer: some proxies end a request after half a minute. */
const LONGEST_WAIT_MS = 10_000;

/** What the gate says of a draft as it stands. It is made beside what serves, once for each text. */
export async function readGate(asked: Asked, id: string): Promise<GateView> {
  const { service } = asked;
  const draft = await readableDraft(asked, id);
  const text = await wholeText(service, draft);
  const reviewed = draft.state === 'review' ? draft.reviewed?.hash : undefined;
  const made = service.gates.report({ ...text, ...(reviewed !== undefined && { reviewed }) });
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), LONGEST_WAIT_MS);
  });
  try {
    const report = await Promise.race([made, waited]);
    return report ? { state: 'done', report } : { state: 'running' };
  } finally {
    clearTimeout(timer);
  }
}
