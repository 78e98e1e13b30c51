import ELK from 'elkjs/lib/elk.bundled.js';
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { expect, test } from 'vitest';
import { samplePack } from '../fixtures/sample-pack.ts';
import { layOutTracks, readFrame } from './frame-layout.ts';
import { mapGraph } from './map-graph.ts';
import { named, nameless } from './nameless.ts';

/** Every frame that a procedure asks for. */
async function questions(): Promise<readonly ElkNode[]> {
  const elk = new ELK();
  const asked: ElkNode[] = [];
  await layOutTracks(
    mapGraph(samplePack()),
    'DOWN',
    ({ id }) => id,
    async (wanted) => {
      asked.push(structuredClone(wanted));
      return readFrame(await elk.layout(wanted));
    },
  );
  return asked;
}

test('a frame asked for without its names is laid out as with them', async () => {
  const elk = new ELK();
  for (const wanted of await questions()) {
    const { asked, names } = nameless(wanted);
    const plain = readFrame(await elk.layout(structuredClone(wanted)));
    expect(named(readFrame(await elk.layout(JSON.parse(asked) as ElkNode)), names)).toEqual(plain);
  }
});

test('the same frame under other names asks the same, and one with another card or line does not', async () => {
  for (const wanted of await questions()) {
    const other = renamed(wanted);
    expect(other).not.toEqual(wanted);
    expect(nameless(other).asked).toBe(nameless(wanted).asked);
    const [frame] = wanted.children ?? [];
    const [first, ...others] = frame?.children ?? [];
    if (!frame || !first) throw new Error('A frame holds something.');
    const larger = { ...frame, children: [{ ...first, height: (first.height ?? 0) + 26 }, ...others] };
    expect(nameless({ ...wanted, children: [larger] }).asked).not.toBe(nameless(wanted).asked);
    const [line, ...lines] = frame.edges ?? [];
    if (!line) continue;
    const turned = { ...frame, edges: [{ ...line, sources: line.targets, targets: line.sources }, ...lines] };
    expect(nameless({ ...wanted, children: [turned] }).asked).not.toBe(nameless(wanted).asked);
  }
});

const renamed = (wanted: ElkNode): ElkNode =>
  JSON.parse(
    JSON.stringify(wanted, (key, value) =>
      key === 'id'
        ? `other ${value}`
        : key === 'sources' || key === 'targets'
          ? value.map((each: string) => `other ${each}`)
          : value,
    ),
  );
