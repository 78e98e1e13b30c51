import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { atReception } from '../fixtures/sample-case.ts';
import { samplePack } from '../fixtures/sample-pack.ts';
import { PackProvider } from '../pack/pack-context.tsx';
import { StepEssentials } from './step-answers.tsx';
import type { StepGuide } from './types.ts';

const { pack, ...sections } = samplePack();
const renamed = (child: string) => ({ ...sections, pack: { ...pack, terms: { child: { fr: child } } } });

/** The essentials of the first step, in a procedure that has its own word for the child. */
function InAProcedureThatSays({ child }: { child: string }) {
  const [step] = atReception().guide.now;
  return (
    <PackProvider pack={renamed(child)}>
      {step ? <StepEssentials step={step satisfies StepGuide} /> : null}
    </PackProvider>
  );
}

const meta = {
  component: InAProcedureThatSays,
  args: { child: 'mineur (moins de 18 ans)' },
} satisfies Meta<typeof InAProcedureThatSays>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Renamed: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('La part de : mineur')).toBeVisible();
  },
};
export const SameWord: Story = {
  args: { child: 'enfant' },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('La part de l’enfant')).toBeVisible();
  },
};
