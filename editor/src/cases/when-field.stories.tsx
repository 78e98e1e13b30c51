import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent } from 'storybook/test';
import { withPack } from '../fixtures/with-pack.tsx';
import { WhenField } from './when-field.tsx';

/** The field with the answers it is given, as a dialog keeps them. */
function Held(props: Parameters<typeof WhenField>[0]) {
  const [earlier, setEarlier] = useState(props.earlier);
  const [happened, setHappened] = useState(props.happened);
  return (
    <WhenField
      {...props}
      earlier={earlier}
      happened={happened}
      onEarlier={(next) => {
        setEarlier(next);
        props.onEarlier(next);
      }}
      onHappened={(next) => {
        setHappened(next);
        props.onHappened(next);
      }}
    />
  );
}

const meta = {
  component: WhenField,
  decorators: [withPack],
  render: (args) => <Held {...args} />,
  args: { earlier: false, happened: undefined, onEarlier: fn(), onHappened: fn(), error: undefined },
} satisfies Meta<typeof WhenField>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Now: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('radio', { name: 'À l’instant' })).toBeChecked();
    await expect(canvas.queryByLabelText(/Date et heure des faits/)).toBeNull();
  },
};
export const DoneInEmergencyAndRecordedAfter: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole('radio', { name: /Plus tôt/ }));
    await expect(args.onEarlier).toHaveBeenCalledWith(true);
    await userEvent.type(canvas.getByLabelText(/Date et heure des faits/), '2026-03-01T23:15');
    // Tunis is one hour ahead of UTC.
    await expect(args.onHappened).toHaveBeenLastCalledWith('2026-03-01T22:15:00.000Z');
  },
};
export const Filled: Story = { args: { earlier: true, happened: '2026-03-01T22:15:00.000Z' } };
export const Missing: Story = {
  args: { earlier: true, error: 'À remplir' },
  play: async ({ canvas }) => {
    await expect(canvas.getByLabelText(/Date et heure des faits/)).toHaveAccessibleDescription(/À remplir/);
  },
};
export const Phone: Story = { ...Filled, globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { ...Filled, globals: { scheme: 'dark' } };
export const RightToLeft: Story = { ...Filled, globals: { direction: 'rtl' } };
