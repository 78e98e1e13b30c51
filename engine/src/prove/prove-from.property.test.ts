/** What holds on every path from the opening holds from wherever a path has led. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inventStory } from '../compare/invent-story.ts';
import type { Entry } from '../journal/entry.ts';
import { compile } from '../pathway/compile.ts';
import type { Pathway } from '../pathway/pathway.ts';
import { parsePack } from '../procedure/parse-pack.ts';
import { samplePack } from '../procedure/sample-pack.ts';
import type { Scenario } from '../procedure/scenario.ts';
import { play } from '../simulate/play.ts';
import { proverFrom } from './prove-from.ts';
import { proveSafeguards } from './prove-safeguards.ts';

/** Safeguards that hold from the opening and not from where a story has led, with the places. */
function lostOnTheWay(
  pathway: Pathway,
  stories: Iterable<Scenario>,
  { maxStates = 3_000, every = 1 } = {},
): readonly string[] {
  const held = proveSafeguards(pathway, { maxStates }).filter(({ verdict }) => verdict === 'proved');
  const prove = proverFrom();
  const only = new Set(held.map(({ id }) => id));
  const lost: string[] = [];
  for (const story of stories) {
    const entries: Entry[] = [];
    for (const [index, frame] of play(pathway, story).frames.entries()) {
      entries.push(...frame.entries);
      if (index % every !== 0) continue;
      for (const { id, verdict, why } of prove(pathway, { ...frame, entries, only }))
        if (verdict !== 'proved')
          lost.push(`${id} ${verdict} at ${Object.keys(frame.caseFile.open).join(' ')}: ${why}`);
    }
  }
  return [...new Set(lost)];
}

test('on random stories of the sample', () => {
  const pathway = compile(samplePack());
  const stories = Array.from({ length: 12 }, (_, seed) => inventStory(pathway, seed, 12));
  expect(lostOnTheWay(pathway, stories)).toEqual([]);
});

const BASE = join(import.meta.dirname, '../../../procedures/child-protection');
test.runIf(existsSync(join(BASE, 'pack.json')))('on a scenario of the base pack', () => {
  const files = Object.fromEntries(
    readdirSync(BASE, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name, readFileSync(join(BASE, name), 'utf8')]),
  );
  const { parsed } = parsePack(files);
  if (parsed?.kind !== 'procedure') throw new Error('the base pack does not parse');
  const pathway = compile(parsed.pack, parsed.hash);
  const stories = Object.values(parsed.pack.scenarios).slice(1, 2);
  // Every proof takes its time: those that are soon found, from every fourth place.
  expect(lostOnTheWay(pathway, stories, { maxStates: 200, every: 4 })).toEqual([]);
});
