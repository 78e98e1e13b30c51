import { parsePack } from '@parcours/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { samplePack } from '../fixtures/sample-pack.ts';
import { PathwayMap } from './pathway-map.tsx';

const meta = {
  component: PathwayMap,
  args: { pack: samplePack(), height: 720 },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('.step-card')).not.toBeNull(), {
      timeout: 20_000,
    });
  },
} satisfies Meta<typeof PathwayMap>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {};
export const LeftToRight: Story = { args: { direction: 'RIGHT' } };
export const WithACase: Story = { args: { here: ['meet', 'make_safe'], past: ['receive'] } };
export const RightToLeft: Story = { args: { direction: 'RIGHT' }, globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { scheme: 'dark' } };

const files = import.meta.glob<string>('../../../procedures/child-protection/**/*.{json,md}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function basePack() {
  const named = Object.entries(files).map(([path, text]) => [
    path.replace(/^.*child-protection\//, ''),
    text,
  ]);
  const { parsed, findings } = parsePack(Object.fromEntries(named));
  if (parsed?.kind !== 'procedure') throw new Error(JSON.stringify(findings.slice(0, 10), null, 1));
  return parsed.pack;
}

/** The real base procedure, at its real size. */
export const BaseProcedure: Story = {
  render: (args) => <PathwayMap {...args} pack={basePack()} height={900} />,
};
