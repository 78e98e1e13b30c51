/** Law of the lists: kept across any commands, they say what a fresh one says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { throwInto, throws } from '../fixtures/random-commands.ts';
import { openLog } from '../log/command-log.ts';
import { choiceProjector } from '../rules/project-choices.ts';
import { projectSignals } from '../rules/project-signals.ts';
import { LISTED_SECTIONS, sectionProjector } from './project-section.ts';
import { textProjector } from './project-texts.ts';

const LANGUAGES = ['fr', 'ar'] as const;

test('lists, choices, signals and texts kept while people draw are those drawn afresh', () => {
  fc.assert(
    fc.property(throws, (thrown) => {
      const [rows, choices, texts] = [sectionProjector(), choiceProjector(), textProjector()];
      let log = openLog(samplePack());
      for (const one of [undefined, ...thrown]) {
        if (one) log = throwInto(log, one);
        const before = JSON.stringify(log.pack);
        expect(choices(log.pack)).toEqual(choiceProjector()(log.pack));
        expect(texts(log.pack)).toEqual(textProjector()(log.pack));
        projectSignals(log.pack);
        for (const language of LANGUAGES)
          for (const section of LISTED_SECTIONS)
            expect(rows(log.pack, section, language)).toEqual(
              sectionProjector()(log.pack, section, language),
            );
        expect(JSON.stringify(log.pack)).toBe(before);
      }
    }),
    { numRuns: 30 },
  );
});
