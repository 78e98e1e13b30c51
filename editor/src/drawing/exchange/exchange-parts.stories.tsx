import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { onTheTable } from '../fixtures/on-the-table.tsx';
import { ChooseBrought } from './choose-brought.tsx';
import { TakeOut } from './take-out.tsx';
import { WrongList } from './wrong-list.tsx';

const meta = { title: 'drawing/exchange/parts' } satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

const onBrought = fn();

export const Choosing: Story = {
  render: () => <ChooseBrought onBrought={onBrought} />,
  play: async ({ canvas, canvasElement }) => {
    const input = canvasElement.querySelector<HTMLInputElement>('input[type=file][accept]');
    if (input) await userEvent.upload(input, new File(['a;b'], 'liste.csv'));
    await waitFor(() =>
      expect(onBrought).toHaveBeenCalledWith(expect.objectContaining({ name: 'liste.csv' }), 'liste.csv'),
    );
    await expect(canvas.getByRole('button', { name: 'Choisir un dossier' })).toBeVisible();
  },
};
export const TakingOut: Story = { decorators: [onTheTable], render: () => <TakeOut /> };

const finding = (code: string, parameters = {}) =>
  ({ code, severity: 'error', path: 'x', parameters, message: 'In English.' }) as const;

/** A reading's own troubles, the checker's, and one that has no words yet. */
export const WhatIsWrong: Story = {
  render: () => (
    <WrongList
      findings={[
        finding('exchange.left_out', { name: 'invoke' }),
        finding('archive.broken'),
        finding('name.unknown', { name: 'visite' }),
        finding('exchange.never_heard_of'),
      ]}
    />
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/« invoke » n’a pas de place/)).toBeVisible();
    await expect(canvas.getByText(/archive est abîmée/)).toBeVisible();
    await expect(canvas.getByText('In English.')).toBeVisible();
  },
};
export const MoreThanOneReads: Story = {
  render: () => <WrongList findings={Array.from({ length: 50 }, () => finding('exchange.guard'))} />,
  play: async ({ canvas }) => {
    await expect(canvas.getByText('et 20 autres')).toBeVisible();
  },
};
