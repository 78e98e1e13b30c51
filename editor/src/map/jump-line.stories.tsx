import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { samplePack } from '../fixtures/sample-pack.ts';
import { DetailByZoom } from './detail-by-zoom.tsx';
import { JumpLine } from './jump-line.tsx';
import { LabelLayer } from './label-layer.tsx';
import { MapCanvas } from './map-canvas.tsx';
import { PathwayMap } from './pathway-map.tsx';

const meta = {
  component: PathwayMap,
  subcomponents: { JumpLine, DetailByZoom, LabelLayer, MapCanvas },
  args: { pack: samplePack(), height: 640 },
} satisfies Meta<typeof PathwayMap>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Far ways would hide the procedure: they are drawn for the step that is looked at. */
export const FarWaysOfTheStepLookedAt: Story = {
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('.step-card')).not.toBeNull(), {
      timeout: 20_000,
    });
    await expect(canvasElement.querySelector('.jump-line')).toBeNull();
    canvasElement.querySelector<HTMLElement>('.react-flow__node[data-id="search"]')?.click();
    await waitFor(() => expect(canvasElement.querySelector('.jump-line')).not.toBeNull());
    await expect(canvasElement.querySelector('.map')).toHaveAttribute('data-detail', 'nearest');
  },
};
