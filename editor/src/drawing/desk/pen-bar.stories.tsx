import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ComponentProps, useState } from 'react';
import { expect, fn, userEvent } from 'storybook/test';
import { sampleTable } from '../fixtures/sample-draft.ts';
import { PenBar } from './pen-bar.tsx';

const pen = { account: 'amina', since: '2026-03-02T09:00:00.000Z' };
const meta = {
  component: PenBar,
  args: {
    me: 'amina',
    isAuthor: true,
    table: sampleTable({ pen }),
    saving: { state: 'saved' },
    nameOfPlace: () => 'Visite',
    onPen: fn(),
  },
} satisfies Meta<typeof PenBar>;
export default meta;
type Story = StoryObj<typeof meta>;

export const IWrite: Story = {
  play: async ({ canvas, args }) => {
    await expect(canvas.getByText('Vous écrivez')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Rendre la main' }));
    await expect(args.onPen).toHaveBeenCalledWith({ act: 'leave' });
  },
};
export const SomebodyAsks: Story = {
  args: { table: sampleTable({ pen, asked: ['sami'] }) },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'La passer' }));
    await expect(args.onPen).toHaveBeenCalledWith({ act: 'give', to: 'sami' });
  },
};
export const SomebodyElseWrites: Story = {
  args: { me: 'sami' },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Demander la main' }));
    await expect(args.onPen).toHaveBeenCalledWith({ act: 'ask' });
  },
};
export const TheHolderHasLeft: Story = {
  args: { me: 'sami', table: sampleTable({ pen: { ...pen, account: 'nour' } }) },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Prendre la main' }));
    await expect(args.onPen).toHaveBeenCalledWith({ act: 'take' });
  },
};
/** Who asked is told that the other goes on writing, and may ask again. */
function AnswerIsNo(args: ComponentProps<typeof PenBar>) {
  const [asked, setAsked] = useState(['sami']);
  return (
    <>
      <PenBar {...args} table={sampleTable({ pen, asked })} />
      <button type="button" onClick={() => setAsked([])}>
        La garder
      </button>
    </>
  );
}
export const TheOtherKeepsIt: Story = {
  args: { me: 'sami' },
  render: (args) => <AnswerIsNo {...args} />,
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Demande envoyée' })).toBeDisabled();
    await userEvent.click(canvas.getByRole('button', { name: 'La garder' }));
    await expect(canvas.getByText(/garde la main pour l’instant, vous lisez$/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Demander la main' })).toBeEnabled();
  },
};
/** That one reads is said once. */
export const AReader: Story = {
  args: { me: 'sami', isAuthor: false },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByText(/[Vv]ous lisez/)).toHaveLength(1);
  },
};
export const Saving: Story = { args: { saving: { state: 'saving' } } };
export const WithoutNetwork: Story = { args: { saving: { state: 'offline', isKept: true } } };
export const WithoutNetworkOnADeviceThatKeepsNothing: Story = {
  args: { saving: { state: 'offline', isKept: false } },
};
