import { type SeenCase, seeCase } from '../access/see-case.ts';
import type { Asked } from '../access/who-asks.ts';
import { type Answer, type GivenAnswer, runOnce, type WriteRequest } from './run-once.ts';

/** One command on one case: in its turn, once per key, on the case as it now stands, or `case.not_found`. */
export function onCase(
  asked: Asked,
  request: WriteRequest,
  caseId: string,
  work: (seen: SeenCase) => Promise<Answer>,
  act: 'case.write' | 'proposal.settle' = 'case.write',
): Promise<GivenAnswer> {
  const { service } = asked;
  return service.inTurn(`case ${caseId}`, () =>
    runOnce(service, request, async () => work(await seeCase(asked, caseId, act))),
  );
}
