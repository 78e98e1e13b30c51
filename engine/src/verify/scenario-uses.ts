import type { Pack } from '../procedure/pack.ts';
import { each, one, type Use } from './use.ts';

/** Names in the scenarios. */
export function* inScenarios(pack: Pack): Generator<Use> {
  for (const [id, scenario] of Object.entries(pack.scenarios)) {
    const acts = scenario.acts.map((act, index) => [act, `scenarios/${id}/acts/${index}`] as const);
    for (const [act, path] of acts) {
      yield* one('role', act.by?.role, `${path}/by/role`);
      yield* one('role', act.second?.role, `${path}/second/role`);
      yield* one('event', act.event, `${path}/event`);
      for (const key of ['facts', 'correct'] as const) {
        for (const name of Object.keys(act[key] ?? {}))
          yield { kind: 'fact', name, path: `${path}/${key}/${name}` };
      }
      yield* each('fact', act.forget, `${path}/forget`);
      yield* each('rule', act.override, `${path}/override`);
    }
    const expectations = [
      ...acts.map(([act, path]) => [act.expect, path] as const),
      [scenario.expect, `scenarios/${id}`] as const,
    ];
    for (const [expect, above] of expectations) {
      if (expect === undefined) continue;
      const path = `${above}/expect`;
      yield* each('step', expect.steps, `${path}/steps`);
      yield* each('fact', expect.missing, `${path}/missing`);
      yield* each('signal', expect.signals, `${path}/signals`);
      yield* each('fact', expect.unknown, `${path}/unknown`);
      for (const name of Object.keys(expect.deadlines ?? {}))
        yield { kind: 'deadline', name, path: `${path}/deadlines/${name}` };
      for (const name of Object.keys(expect.facts ?? {}))
        yield { kind: 'fact', name, path: `${path}/facts/${name}` };
    }
    yield* each('step', scenario.expect.route, `scenarios/${id}/expect/route`);
    yield* one('step', scenario.expect.outcome, `scenarios/${id}/expect/outcome`);
  }
}
