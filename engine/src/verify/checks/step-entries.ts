import type { Candidate } from '../../procedure/machine.ts';
import { type Check, error, own, warning } from '../check.ts';

/** Every step of the machine is described in steps.json, as a step; stages and tracks as what they are. */
export const stepEntries: Check = function* ({ nodes, pack }) {
  for (const { id, kind, state, path } of nodes) {
    const entry = own(pack.steps, id);
    if (!entry) {
      if (kind === 'leaf') {
        yield error('step.undescribed', path, `steps.json says nothing of "${id}"; describe the step.`, {
          step: id,
        });
      } else if (kind !== 'final' && kind !== 'history') {
        yield warning('stage.undescribed', path, `steps.json says nothing of "${id}"; give it a title.`, {
          step: id,
        });
      }
      continue;
    }
    const wanted =
      kind === 'track'
        ? 'track'
        : kind === 'leaf' || kind === 'final' || kind === 'history'
          ? 'step'
          : 'stage';
    const given = entry.kind === 'track' || entry.kind === 'stage' ? entry.kind : 'step';
    if (given !== wanted) {
      const message = `"${id}" is a ${wanted} in the machine and a ${given} here; make them agree.`;
      yield error('step.kind', `steps/${id}/kind`, message, { step: id, wanted });
    }
    if (entry.kind === 'choice' && (state.on || state.after || !state.always)) {
      yield error('step.choice', path, `"${id}" is a choice: it holds "always" and nothing else.`, {
        step: id,
      });
    }
    const isWaiting = entry.kind === 'work' || entry.kind === 'wait';
    if (isWaiting && kind === 'leaf' && state.always?.some(leavesUnasked)) {
      const message = `A case passes "${id}" by without anybody doing it; guard the "always", or make it a choice.`;
      yield error('step.passed_by', path, message, { step: id });
    }
  }
};

function leavesUnasked({ target, guard }: Candidate): boolean {
  return target !== undefined && guard === undefined;
}
