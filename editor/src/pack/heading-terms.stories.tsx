import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { samplePack } from '../fixtures/sample-pack.ts';
import { StepOutline } from '../procedures/step-outline.tsx';
import { PackProvider } from './pack-context.tsx';

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The steps of a procedure that has its own words for what it is made of. */
function InItsOwnWords({ terms }: { terms: Words }) {
  const { pack, ...sections } = samplePack();
  return (
    <PackProvider pack={{ ...sections, pack: { ...pack, terms } }}>
      <StepOutline onOpen={fn()} />
    </PackProvider>
  );
}

const meta = { component: InItsOwnWords, args: { terms: {} } } satisfies Meta<typeof InItsOwnWords>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Renamed: Story = {
  args: { terms: { track: { fr: 'filière (parallèle)' }, stage: { fr: 'moment' } } },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByText('Filière').length).toBeGreaterThan(0);
    await expect(canvas.queryByText('Volet')).toBeNull();
  },
};
export const TheDictionarysWords: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getAllByText('Volet').length).toBeGreaterThan(0);
  },
};
