import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { Held } from '../fixtures/held.tsx';
import { LONG } from '../fixtures/long-words.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { FactField } from './fact-field.tsx';

const meta = {
  component: FactField,
  decorators: [withPack],
  render: (args) => <Held of={FactField} args={args} />,
  args: { fact: 'child_name', value: undefined, onChange: fn() },
} satisfies Meta<typeof FactField>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Nom de l’enfant' }), 'Inès');
    await expect(args.onChange).toHaveBeenLastCalledWith('Inès');
  },
};
export const WhatIsRecordedIsAskedOnlyWhenSomebodyChangesIt: Story = {
  args: { recorded: 'Ines' },
  play: async ({ canvas, args }) => {
    await expect(canvas.queryByRole('textbox')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Changer : Nom de l’enfant' }));
    const field = canvas.getByRole('textbox', { name: 'Nom de l’enfant' });
    await expect(field).toHaveAttribute('placeholder', 'Laisser vide garde : Ines');
    await expect(args.onChange).not.toHaveBeenCalled();
    await userEvent.type(field, 'Inès');
    await expect(args.onChange).toHaveBeenLastCalledWith('Inès');
  },
};
export const RecordedRowsAreChangedFromWhatTheyAre: Story = {
  args: { fact: 'visits', recorded: [{ id: 'row_1', day: '2026-03-01', alone: true }] },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Changer : Visites' }));
    await expect(args.onChange).toHaveBeenCalledWith([{ id: 'row_1', day: '2026-03-01', alone: true }]);
    await expect(canvas.getByLabelText(/Jour/)).toHaveValue('2026-03-01');
  },
};
export const AnErrorOpensIt: Story = {
  args: { fact: 'age', recorded: 40, error: 'Ce nombre est trop grand.' },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('textbox', { name: 'Âge' })).toBeInvalid();
  },
};
export const ReadOnly: Story = {
  args: { recorded: 'Ines', readOnly: true },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};
export const ReadOnlyAndUnknown: Story = { args: { readOnly: true } };
export const Required: Story = { args: { fact: 'danger', required: true } };
export const AFactNobodyKnows: Story = {
  args: { fact: 'nowhere' },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('[data-fact]')).toBeNull();
  },
};
export const LongText: Story = { args: { recorded: LONG, help: LONG } };
export const Phone: Story = { ...LongText, globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { args: { recorded: 'Ines' }, globals: { scheme: 'dark' } };
export const RightToLeft: Story = { args: { recorded: 'Ines' }, globals: { direction: 'rtl' } };
