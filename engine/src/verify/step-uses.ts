import type { Pack } from '../procedure/pack.ts';
import type { Stage, Step, Who } from '../procedure/steps.ts';
import { each, one, sources, type Use } from './use.ts';

/** Names in steps.json. */
export function* inSteps(pack: Pack): Generator<Use> {
  for (const [id, step] of Object.entries(pack.steps)) {
    const path = `steps/${id}`;
    yield { kind: 'state', name: id, path };
    yield* each('deadline', step.deadlines, `${path}/deadlines`);
    yield* sources(step, path);
    if (!isStep(step)) continue;
    yield* inWho(step.who, `${path}/who`);
    yield* each('role', step.with, `${path}/with`);
    yield* each('role', step.present, `${path}/present`);
    yield* each('role', step.informed, `${path}/informed`);
    yield* one('form', step.form, `${path}/form`);
    yield* each('fact', step.fresh, `${path}/fresh`);
    yield* each('signal', step.settles, `${path}/settles`);
    for (const [name, task] of Object.entries(step.tasks ?? {})) {
      const at = `${path}/tasks/${name}`;
      yield* inWho(task.who, `${at}/who`);
      yield* one('deadline', task.deadline, `${at}/deadline`);
      yield* one('rule', task.met, `${at}/met`);
      yield* sources(task, at);
    }
  }
}

function* inWho(who: Who | undefined, path: string): Generator<Use> {
  if (who === undefined) return;
  if (!('by' in who)) {
    yield* each('role', who, path);
    return;
  }
  yield { kind: 'fact', name: who.by, path: `${path}/by` };
  for (const [value, roles] of Object.entries(who.values))
    yield* each('role', roles, `${path}/values/${value}`);
}

function isStep(entry: Step | Stage): entry is Step {
  return entry.kind !== 'stage' && entry.kind !== 'track';
}
