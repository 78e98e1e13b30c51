/** The traps of React Flow that a read-only map meets, each held by a story that is run in a browser. */
import { Button } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, spyOn, userEvent, waitFor, within } from 'storybook/test';
import { samplePack } from '../fixtures/sample-pack.ts';
import { PathwayMap } from './pathway-map.tsx';

function renamed(pack: Pack): Pack {
  const events = Object.fromEntries(
    Object.entries(pack.events).map(([id, event]) => [
      id,
      { ...event, label: { fr: `${id}, dit autrement` } },
    ]),
  );
  return { ...pack, events };
}

const meta = {
  component: PathwayMap,
  args: { pack: samplePack(), height: 720 },
} satisfies Meta<typeof PathwayMap>;

export default meta;
type Story = StoryObj<typeof meta>;

const PATIENCE = { timeout: 20_000 };
const drawn = (canvas: HTMLElement) =>
  waitFor(() => expect(canvas.querySelector('.step-card')).not.toBeNull(), PATIENCE);
const all = (canvas: HTMLElement, selector: string) => [...canvas.querySelectorAll<HTMLElement>(selector)];
const box = (element: Element) => element.getBoundingClientRect();

/** Its own words are English, whatever the language: none is left on the page. */
export const NoEnglishOfItsOwn: Story = {
  globals: { language: 'fr' },
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const spoken = [
      ...all(canvasElement, '[aria-label], [title]').flatMap((element) => [
        element.getAttribute('aria-label') ?? '',
        element.getAttribute('title') ?? '',
      ]),
      ...all(canvasElement, '[id^="react-flow__"]').map((element) => element.textContent ?? ''),
    ].join('\n');
    await expect(spoken).not.toMatch(
      /zoom in|zoom out|fit view|mini map|press enter|control panel|interactivity/i,
    );
  },
};

/** `nodeTypes` made anew at each drawing would mount every card again: React Flow warns, and the cards are others. */
export const CardsStayWhenDrawnAgain: Story = {
  render: (args) => {
    const [here, setHere] = useState<readonly string[]>([]);
    return (
      <>
        <Button onClick={() => setHere(['meet'])}>Step on</Button>
        <PathwayMap {...args} here={here} />
      </>
    );
  },
  play: async ({ canvasElement }) => {
    const warned = spyOn(console, 'warn');
    await drawn(canvasElement);
    const cards = all(canvasElement, '.step-card');
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Step on' }));
    await waitFor(() => expect(canvasElement.querySelector('[data-place="here"]')).not.toBeNull(), PATIENCE);
    const stayed = all(canvasElement, '.step-card').filter((card, index) => card === cards[index]);
    await expect(stayed).toHaveLength(cards.length);
    await expect(warned.mock.calls.flat().join(' ')).not.toContain('nodeTypes');
    warned.mockRestore();
  },
};

/** `expandParent` breaks beyond one level: frames take their size from the layout, and hold all that stands in them. */
export const FramesHoldWhatStandsInThem: Story = {
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const frames = all(canvasElement, '.stage-frame').map(box);
    for (const card of all(canvasElement, '.step-card').map(box)) {
      const around = frames.filter(
        (frame) =>
          frame.left <= card.left &&
          frame.right >= card.right &&
          frame.top <= card.top &&
          frame.bottom >= card.bottom,
      );
      await expect(around.length).toBeGreaterThan(0);
      const cut = frames.filter(
        (frame) =>
          !around.includes(frame) &&
          frame.left < card.right &&
          frame.right > card.left &&
          frame.top < card.bottom &&
          frame.bottom > card.top,
      );
      await expect(cut).toEqual([]);
    }
  },
};

/** A line into a frame passes behind its name, even one that is raised because its step is looked at; the frame lies below all lines. */
export const NamesAreReadAboveLines: Story = {
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const heights = (of: string) =>
      all(canvasElement, of).map((each) => Number(getComputedStyle(each).zIndex));
    const lines = () => heights('.react-flow__edges svg').filter((each) => !Number.isNaN(each));
    const above = () => Math.min(...heights('.react-flow__node-stage')) - Math.max(...lines());
    await waitFor(() => expect(lines().length).toBeGreaterThan(0), PATIENCE);
    await expect(above()).toBeGreaterThan(0);
    await userEvent.click(all(canvasElement, '.step-card')[0] as HTMLElement);
    await waitFor(() => expect(canvasElement.querySelector('[data-selected="true"]')).not.toBeNull());
    await expect(above()).toBeGreaterThan(0);
    for (const name of all(canvasElement, '.stage-head > span'))
      await expect(getComputedStyle(name).backgroundColor).toMatch(/^rgb\(/);
    for (const frame of all(canvasElement, '.stage-frame'))
      await expect(frame.compareDocumentPosition(all(canvasElement, '.react-flow__edges')[0] as Node)).toBe(
        Node.DOCUMENT_POSITION_PRECEDING,
      );
  },
};

/** The canvas is forced left to right: words run right to left inside each card, and the layout is mirrored. */
export const MirroredRightToLeft: Story = {
  args: { direction: 'RIGHT' },
  globals: { direction: 'rtl' },
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    for (const card of all(canvasElement, '.step-card, .stage-frame')) await expect(card.dir).toBe('rtl');
    const at = (id: string) => {
      const found = canvasElement.querySelector(`.react-flow__node[data-id="${id}"]`);
      if (!found) throw new Error(`The map has no card ${id}.`);
      return box(found);
    };
    await expect(at('receive').left).toBeGreaterThan(at('meet').left);
  },
};

/** Everything by keyboard: a card is reached by Tab, opened by Enter, and never moved or taken away by a key. */
export const KeysOpenAndNeverMove: Story = {
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const card = canvasElement.querySelector<HTMLElement>('.react-flow__node-step');
    if (!card) throw new Error('The map has no card.');
    const before = card.style.transform;
    card.focus();
    await expect(document.activeElement).toBe(card);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(card).toHaveClass('selected'), PATIENCE);
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{Delete}{Backspace}');
    await expect(card.isConnected).toBe(true);
    await expect(card.style.transform).toBe(before);
  },
};

/** elkjs weighs 1.6 MB: it is laid out by a worker, fetched when a map is looked at, and ended afterwards. */
export const LaidOutInAWorker: Story = {
  // Words on the lines that no story laid out before: a frame that was is not asked again.
  args: { pack: renamed(samplePack()) },
  beforeEach: () => {
    const ended = spyOn(Worker.prototype, 'terminate');
    return () => ended.mockRestore();
  },
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(Worker.prototype.terminate).toHaveBeenCalled());
    const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
    await expect(fetched.some((name) => name.includes('elk.bundled'))).toBe(false);
  },
};
