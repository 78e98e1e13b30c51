import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { SAMPLE_LEFT } from '../fixtures/sample-notices.ts';
import { LeftCaseList } from './left-case-list.tsx';

const meta = {
  component: LeftCaseList,
  args: {
    cases: [SAMPLE_LEFT],
    titles: new Map([['story-procedure', { fr: 'Accueil d’un enfant (inventé)' }]]),
    onHandOver: fn(),
  },
} satisfies Meta<typeof LeftCaseList>;
export default meta;
type Story = StoryObj<typeof meta>;

export const One: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Remettre le dossier 26-LEFT' }));
    await expect(args.onHandOver).toHaveBeenCalledWith(SAMPLE_LEFT);
  },
};
export const None: Story = { args: { cases: [] } };
