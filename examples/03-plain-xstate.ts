/**
 * Leaves Parcours behind: the machine of the base pack in plain `createMachine`, to draw it and list its events; then the
 * module that `exportXState` writes, which runs the procedure with xstate and json-rules-engine alone.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { exportXState, type Pack } from '@parcours/engine';
import { type AnyMachineSnapshot, createMachine } from 'xstate';
import { isProgram, readPack, readPackFiles } from './read-pack.ts';

/** What this program uses of an exported module; its own comments say the rest. */
type Exported = {
  start(facts: Facts, at: string): Promise<Case>;
  report(kase: Case, event: string, facts: Facts, at: string): Promise<Case>;
};
type Facts = Readonly<Record<string, unknown>>;
type Case = {
  readonly snapshot: AnyMachineSnapshot;
  readonly arm: readonly string[];
  readonly refused?: boolean;
};

/** `machine.json` as it is: states, events and tags, without a line of ours. It cannot run, because its guards are names. */
export function loadMachine(packId: string, tell: (line: string) => void): readonly string[] {
  const machine = createMachine(JSON.parse(readPackFiles(packId)['machine.json'] ?? ''));
  const tracks = Object.keys(machine.root.states);
  tell(`${machine.id}: tracks ${tracks.join(', ')}; ${machine.events.length} events.`);
  return tracks;
}

/** Writes the exported module to a folder from which xstate and json-rules-engine can be found, and loads it. */
export async function loadExported(pack: Pack): Promise<Exported> {
  const folder = new URL('../node_modules/.cache/examples/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const file = new URL(`${pack.pack.id}-${process.pid}.mjs`, folder);
  writeFileSync(file, exportXState(pack));
  return import(/* @vite-ignore */ file.href);
}

/** The first steps of a case in the exported module: a signal opens a track, and a door stays shut while a fact is unknown. */
export async function runExported({ start, report }: Exported, tell: (line: string) => void): Promise<Case> {
  const at = '2026-03-02T08:00:00.000Z';
  let kase = await start({}, at);
  tell(`Opened: ${where(kase)}`);
  kase = await report(kase, 'report_received', {}, at);
  kase = await report(kase, 'danger_triaged', { immediate_danger: true }, at);
  tell(`Danger is seen: ${where(kase)}`);
  kase = await report(kase, 'child_registered', {}, at);

  const decided = { eligibility_decision: 'eligible', assigned_caseworker: 'caseworker-1' };
  kase = await report(kase, 'case_opened', decided, at);
  tell(
    `While nobody knows the risk, opening the case is ${kase.refused ? 'refused' : 'taken'}: ${where(kase)}`,
  );
  kase = await report(kase, 'case_opened', { ...decided, risk_level: 'high' }, at);
  tell(`Then it is ${kase.refused ? 'refused' : 'taken'}: ${where(kase)}`);
  return kase;
}

function where({ snapshot }: Case): string {
  return JSON.stringify(snapshot.value);
}

if (isProgram(import.meta.url)) {
  loadMachine('child-protection', console.log);
  await runExported(await loadExported(readPack('child-protection')), console.log);
}
