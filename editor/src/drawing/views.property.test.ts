/** Five views and every section change one pack: whatever one of them does, all the others say what a fresh one says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplePack } from '../fixtures/sample-pack.ts';
import { connect } from './commands/ways.ts';
import { openDrawing } from './drawing-store.ts';
import { nameOfTurn, type Turn, takeTurn, turns, turnsAt, VIEW_ACTS } from './fixtures/view-acts.ts';
import { type ProjectedLanes, projectLanes } from './lanes/project-lanes.ts';
import { openLog, perform } from './log/command-log.ts';
import { type ProjectedMap, projectMap } from './map/project-map.ts';
import { type MatrixRow, projectMatrix } from './matrix/project-matrix.ts';
import { nextOutline, type Outline, outlineOf } from './outline/outline-of.ts';
import { choiceProjector } from './rules/project-choices.ts';
import { projectSignals } from './rules/project-signals.ts';
import { LISTED_SECTIONS, sectionProjector } from './sections/project-section.ts';
import { textProjector } from './sections/project-texts.ts';

type Pack = ReturnType<typeof samplePack>;
const LANGUAGES = ['fr', 'ar'] as const;

/** The invented procedure, one outcome of which leads two ways. */
const SAMPLE = twoWays();

function twoWays(): Pack {
  const [from, to, event] = ['decide', 'meet', { id: 'support_agreed' }];
  const done = perform(openLog(samplePack()), connect, { from, to, event, guard: 'child_was_heard' });
  if (!done.ok) throw new Error(done.refused.why);
  return done.log.pack;
}

/** What every view shows, kept from change to change as its screen keeps it. Made anew for each pack, it is a fresh one. */
function allViews() {
  let outline: Outline | undefined;
  let map: ProjectedMap | undefined;
  let lanes: ProjectedLanes | undefined;
  const matrices = new Map<string, readonly MatrixRow[]>();
  const [choices, rows, texts] = [choiceProjector(), sectionProjector(), textProjector()];
  return (pack: Pack) => {
    outline = outline ? nextOutline(outline, pack) : outlineOf(pack);
    map = projectMap(pack, map);
    lanes = projectLanes(pack, lanes);
    for (const language of LANGUAGES)
      matrices.set(language, projectMatrix(pack, language, matrices.get(language)));
    return {
      outline,
      map,
      matrix: Object.fromEntries(matrices),
      lanes,
      rules: { choices: choices(pack), signals: projectSignals(pack) },
      sections: LISTED_SECTIONS.flatMap((section) =>
        LANGUAGES.map((language) => [section, language, rows(pack, section, language)]),
      ),
      texts: texts(pack),
    };
  };
}

test('whatever is done in one view, undone and done again, every view shows what a fresh one shows', () => {
  fc.assert(
    fc.property(turns, (taken) => {
      const drawing = openDrawing(SAMPLE);
      const kept = allViews();
      kept(SAMPLE);
      for (const turn of taken)
        takeTurn(drawing, turn, () => {
          const { pack } = drawing.get().log;
          expect(kept(pack), nameOfTurn(turn)).toEqual(allViews()(pack));
        });
    }),
    { numRuns: 60 },
  );
});

test('everything that a view offers is done now and then: no act is only refused', () => {
  const done = new Set<string>();
  for (const view of Object.keys(VIEW_ACTS) as Turn['view'][])
    for (const taken of fc.sample(turnsAt([view]), { numRuns: 60, seed: 7 })) {
      const drawing = openDrawing(SAMPLE);
      for (const turn of taken) {
        const before = drawing.get().log.pack;
        takeTurn(drawing, { ...turn, back: 0, forth: 0 }, () => undefined);
        if (drawing.get().log.pack !== before) done.add(nameOfTurn(turn));
      }
    }
  const offered = Object.entries(VIEW_ACTS).flatMap(([view, acts]) =>
    Object.keys(acts).map((act) => `${view}: ${act}`),
  );
  expect(offered.filter((name) => !done.has(name))).toEqual([]);
});
