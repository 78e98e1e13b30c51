import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackFiles } from '@parcours/engine';

const BASE = join(import.meta.dirname, '..', '..', 'procedures', 'child-protection');
const STAGE_STEPS = 10;
/** Every third step can be left out. */
const SKIP = 3;
const WHO = ['caseworker', 'supervisor', 'provider'] as const;

type Json = Record<string, unknown>;

function readBase(): Record<string, string> {
  const files: Record<string, string> = {};
  const read = (folder: string, prefix: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) read(join(folder, entry.name), `${prefix}${entry.name}/`);
      else files[prefix + entry.name] = readFileSync(join(folder, entry.name), 'utf8');
    }
  };
  read(BASE, '');
  return files;
}

/**
 * The base procedure with its facts, rules, forms, deadlines, safeguards and stories, made as long as `steps` by stages of ten
 * invented steps, each with who acts, by when and how. One comes to them when the plan is returned, and leaves them for the plan.
 */
export function longPack(id: string, steps: number): PackFiles {
  const files = readBase();
  const section = (name: string): Json => JSON.parse(files[`${name}.json`] ?? '{}');
  const [pack, machine, entries, events, deadlines] = [
    section('pack'),
    section('machine') as { states: { main: { states: Record<string, Json> } } },
    section('steps'),
    section('events'),
    section('deadlines'),
  ];
  const stages = machine.states.main.states;
  const due = Object.keys(deadlines).slice(0, SKIP);
  const known = Object.values(entries).filter(
    (entry) => !['stage', 'track'].includes(String((entry as Json)['kind'])),
  );
  const more = steps - known.length;
  const step = (at: number) => `invented_step_${at}`;
  const begin = 'invented_work_begins';
  const event = (name: string, label: string) => {
    events[name] = { label: { fr: label }, by: ['caseworker'], basis: 'practice' };
  };
  event(begin, 'Le travail inventé commence');
  for (let at = 0; at < more; at += 1) {
    const number = Math.floor(at / STAGE_STEPS) + 1;
    const stage = `invented_stage_${number}`;
    const on: Record<string, { target: string }[]> = {};
    const lead = (name: string, label: string, target: string) => {
      event(name, label);
      on[name] = [{ target: `#${target}` }];
    };
    const next = at + 1 < more ? step(at + 1) : 'case_plan';
    lead(`invented_${at}_done`, `L’étape inventée ${at + 1} est faite`, next);
    if (at % SKIP === 0 && at + 2 < more)
      lead(`invented_${at}_skipped`, `On passe de ${at + 1} à ${at + SKIP}`, step(at + 2));
    stages[stage] ??= { id: stage, initial: step(at), states: {} };
    (stages[stage]['states'] as Json)[step(at)] = { id: step(at), on };
    entries[stage] ??= {
      kind: 'stage',
      title: { fr: `Phase inventée ${number}` },
      order: 100 + number,
      basis: 'practice',
    };
    entries[step(at)] = {
      kind: 'work',
      title: { fr: `Étape inventée ${at + 1} : rencontrer, écouter, écrire` },
      who: [WHO[at % WHO.length]],
      with: ['child'],
      how: {
        fr: `1. Préparer la rencontre ${at + 1}.\n2. Écouter **sans interrompre**.\n3. Écrire ce qui est convenu.`,
      },
      deadlines: [due[at % due.length]],
      order: 100 + at,
      basis: 'practice',
    };
  }
  const planning = stages['planning'] as { states: { plan_check: { on: Json } } };
  planning.states.plan_check.on[begin] = [{ target: `#${step(0)}` }];
  const head = { ...pack, id, title: { fr: `Longue procédure inventée de ${steps} étapes` } };
  for (const [name, value] of Object.entries({ pack: head, machine, steps: entries, events }))
    files[`${name}.json`] = JSON.stringify(value);
  return files;
}
