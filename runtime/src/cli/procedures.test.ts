// The packs of this repository, as a committee would meet them: sound, played, replayed, and open to danger everywhere.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  advance,
  type CaseFile,
  guide,
  type Pack,
  type Pathway,
  play,
  proveSafeguards,
  replay,
  secondOpinion,
} from '@parcours/engine';
import { describe, expect, it } from 'vitest';
import { findPack } from './find-pack.ts';
import { loadPack } from './load-pack.ts';

const home = resolve(import.meta.dirname, '../../../procedures');
const packs = readdirSync(home, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const load = (id: string) => loadPack(findPack(join(home, id), undefined, home));

describe.each(packs)('the pack %s', (id) => {
  const loaded = load(id);
  const { pathway } = loaded;
  if (!pathway) throw new Error(`The pack ${id} cannot run.`);
  const scenarios = Object.entries(pathway.pack.scenarios);

  it('is sound and says that nobody has validated it', () => {
    expect(loaded.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(pathway.pack.pack.review).toEqual({ state: 'unvalidated', validations: [] });
    expect(Object.values(pathway.pack.pack.languages).every((state) => state === 'unreviewed')).toBe(true);
  });

  it('has scenarios', () => {
    expect(scenarios.length).toBeGreaterThan(0);
  });

  it.each(scenarios)(
    'plays %s as its author expects, and rebuilds it from the journal byte for byte',
    (_, scenario) => {
      const played = play(pathway, scenario);
      expect(played.mismatches).toEqual([]);
      expect(JSON.stringify(replay(pathway, played.entries))).toBe(JSON.stringify(played.caseFile));
    },
  );

  it.each(scenarios)('has a second opinion that agrees on %s', async (_, scenario) => {
    expect(await secondOpinion(pathway, play(pathway, scenario).entries)).toEqual([]);
  });

  it('tells each open step what to do, by when and with whom to speak', () => {
    const bare = guidedSteps(pathway).filter(
      ({ step }) => step.kind === 'work' && (!step.who.length || !step.how || !step.child),
    );
    expect(bare.map(({ step }) => step.step)).toEqual([]);
  });
});

describe('the safeguards of the base', () => {
  const { pack } = load('child-protection');
  if (!pack) throw new Error('The base cannot be read.');
  const { safeguards, sources } = pack;

  it('answer to at least 45 of the catalogue, each with its article', () => {
    const stated = Object.values(safeguards).filter(({ catalogue }) => catalogue !== undefined);
    expect(new Set(stated.map(({ catalogue }) => catalogue)).size).toBeGreaterThanOrEqual(45);
    const articles = stated.map((one) => (one.sources ?? []).map((id) => sources[id]?.article ?? ''));
    expect(articles.filter((list) => list.length === 0 || list.includes(''))).toEqual([]);
  });
});

describe.each(packs)('the safeguards of %s', (id) => {
  const { pathway } = load(id);
  if (!pathway) throw new Error(`The pack ${id} cannot run.`);
  const verdicts = proveSafeguards(pathway);

  it('are proved, but for those that a cited law breaks, that wait for a law, or that access rules check', () => {
    const lawful = Object.entries(pathway.pack.safeguards).filter(([, { broken_by }]) => broken_by);
    const broken = verdicts.filter(({ verdict }) => verdict === 'broken').map(({ id: name }) => name);
    expect(broken).toEqual(lawful.map(([name]) => name));
    expect(verdicts.filter(({ verdict }) => verdict === 'bounded')).toEqual([]);
    const open = verdicts.filter(({ verdict }) => verdict === 'unchecked').map(({ id: name }) => name);
    expect(open.filter((name) => !isLeftOpen(pathway.pack, name))).toEqual([]);
  });
});

describe('when danger is seen, the emergency track opens', () => {
  const { pathway } = load('child-protection');
  if (!pathway) throw new Error('The base cannot run.');
  const quiet = atRest(pathway);

  it.each(mainSteps(pathway.pack))('from %s', (step) => {
    const told = advance(
      pathway,
      standingIn(pathway, quiet, step),
      { kind: 'record', by: { person: 'invented', role: 'caseworker' }, facts: { immediate_danger: true } },
      '2026-06-01T08:00:00.000Z',
    );
    if (!('caseFile' in told)) throw new Error('The record was not taken.');
    expect(told.entries.map(({ event }) => event)).toContain('danger_seen');
    const { main, emergency } = told.caseFile.position.value;
    const protects = JSON.stringify(emergency).includes('emergency_response');
    const reopened = JSON.stringify(main).includes('safety_triage');
    expect(protects || reopened).toBe(true);
  });
});

/** Who reads what, or a parameter whose law was not found. */
function isLeftOpen({ safeguards, parameters }: Pack, id: string): boolean {
  const property = safeguards[id]?.property;
  if (property === undefined || 'access' in property) return property !== undefined;
  return 'parameter' in property && parameters[property.parameter.parameter]?.value === undefined;
}

function guidedSteps(pathway: Pathway) {
  return Object.values(pathway.pack.scenarios).flatMap((scenario) =>
    play(pathway, scenario).frames.flatMap(({ caseFile, at }) =>
      guide(pathway, caseFile, 'caseworker', at).now.map((step) => ({ step })),
    ),
  );
}

/** A case of the first scenario in which danger was answered with no. */
function atRest(pathway: Pathway): CaseFile {
  const scenario = pathway.pack.scenarios.low_risk_to_closure;
  const frame = scenario && play(pathway, scenario).frames[6];
  if (!frame) throw new Error('The scenario low_risk_to_closure is too short.');
  return frame.caseFile;
}

function mainSteps({ steps, machine }: Pack): readonly string[] {
  const leaves: string[] = [];
  const walk = (state: Pack['machine']['states'][string]): void => {
    const inner = Object.values(state.states ?? {});
    if (inner.length === 0 && state.type === undefined) leaves.push(state.id);
    inner.forEach(walk);
  };
  if (machine.states.main) walk(machine.states.main);
  return leaves.filter((id) => steps[id]?.kind !== 'idle');
}

/** The same case standing in another step of `main`: only its position is moved. */
function standingIn(pathway: Pathway, caseFile: CaseFile, step: string): CaseFile {
  const ancestors = pathway.states.get(step)?.ancestors ?? [];
  const inside = ancestors.filter((id) => id !== 'main' && id !== pathway.pack.machine.id);
  const value = inside.reduceRight<CaseFile['position']['value'][string]>(
    (inner, id) => ({ [id]: inner }),
    step,
  );
  return {
    ...caseFile,
    position: { ...caseFile.position, value: { ...caseFile.position.value, main: value } },
  };
}
