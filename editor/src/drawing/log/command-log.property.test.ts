/** Laws of the command log, for every command, on packs made by random commands. */
import { checkStructure, type Pack, parsePack, writePack } from '@parcours/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { COMMANDS } from '../commands/commands.ts';
import { type Throw, throwInto, throws } from '../fixtures/random-commands.ts';
import { type CommandLog, openLog, redo, undo } from './command-log.ts';

const SAMPLE = samplePack();
const RUNS = { numRuns: 120 };

const after = (thrown: readonly Throw[]): CommandLog => thrown.reduce(throwInto, openLog(SAMPLE));

const errorsOf = (pack: Pack) =>
  parsePack(writePack({ kind: 'procedure', pack, hash: '' })).findings.filter(
    ({ severity }) => severity === 'error',
  );

test('undo after do is identity, back to the first pack', () => {
  fc.assert(
    fc.property(throws, (thrown) => {
      let log = after(thrown);
      const packs = [log.pack];
      for (let back = undo(log); back; back = undo(log)) {
        log = back.log;
        packs.unshift(log.pack);
      }
      expect(log.pack).toEqual(SAMPLE);
      for (const pack of packs.slice(1)) {
        const again = redo(log);
        expect(again?.log.pack).toEqual(pack);
        if (again) log = again.log;
      }
      expect(redo(log)).toBeUndefined();
    }),
    RUNS,
  );
});

test('no command leaves a pack that its schemas refuse: nothing invalid can be drawn', () => {
  fc.assert(
    fc.property(throws, (thrown) => {
      expect(errorsOf(after(thrown).pack)).toEqual([]);
    }),
    RUNS,
  );
});

test('no command adds a name that nothing defines, save in a safeguard, which a person decides about', () => {
  const unknown = (pack: Pack) =>
    checkStructure(pack).filter(
      ({ code, path }) =>
        (code === 'name.unknown' ||
          code === 'step.undescribed' ||
          code === 'stage.undescribed' ||
          code === 'arrow.other_track') &&
        !path.startsWith('safeguards/') &&
        !path.startsWith('scenarios/'),
    );
  expect(unknown(SAMPLE)).toEqual([]);
  const named = throws.map((thrown) => thrown.filter(({ command }) => !command.startsWith('set_field')));
  fc.assert(
    fc.property(named, (thrown) => {
      expect(unknown(after(thrown).pack)).toEqual([]);
    }),
    RUNS,
  );
});

test('every command is done now and then by the generator: none is only refused', () => {
  const done = new Set<string>();
  for (const thrown of fc.sample(throws, { numRuns: 600, seed: 7 }))
    for (const { command } of after(thrown).past) done.add(command);
  expect(Object.keys(COMMANDS).filter((id) => !done.has(id))).toEqual([]);
});
