import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { Held } from '../fixtures/held.tsx';
import { LONG } from '../fixtures/long-words.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { InstantText } from './instant-text.tsx';

const meta = {
  component: InstantText,
  decorators: [withPack],
  render: (args) => <Held of={InstantText} args={args} />,
  args: { label: 'Date et heure des faits', value: undefined, onChange: fn() },
} satisfies Meta<typeof InstantText>;
export default meta;
type Story = StoryObj<typeof meta>;

export const TypedInTheProceduresZone: Story = {
  play: async ({ canvas, args }) => {
    const field = canvas.getByLabelText('Date et heure des faits');
    await expect(field).toHaveAccessibleDescription('heure locale : Tunis');
    await userEvent.type(field, '2026-03-02T08:30');
    await expect(args.onChange).toHaveBeenLastCalledWith('2026-03-02T07:30:00.000Z');
  },
};
export const Filled: Story = {
  args: { value: '2026-03-02T07:30:00.000Z' },
  play: async ({ canvas, args }) => {
    const field = canvas.getByLabelText('Date et heure des faits');
    await expect(field).toHaveValue('2026-03-02T08:30');
    await userEvent.clear(field);
    await expect(args.onChange).toHaveBeenLastCalledWith(undefined);
  },
};
export const Required: Story = { args: { required: true, error: 'À remplir' } };
export const LongText: Story = { args: { label: LONG, help: LONG } };
export const Phone: Story = { ...LongText, globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
