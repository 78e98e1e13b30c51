import { TextInput } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { inHighContrast } from '../../fixtures/in-high-contrast.ts';
import { HelpPoint } from './help-point.tsx';
import { HelpRow, WithHelp } from './with-help.tsx';

const meta = {
  title: 'drawing/help',
  component: HelpPoint,
  subcomponents: { HelpRow, WithHelp },
  args: { about: 'track' },
} satisfies Meta<typeof HelpPoint>;
export default meta;
type Story = StoryObj<typeof meta>;

export const OpenedAndPutAwayByKeys: Story = {
  play: async ({ canvas }) => {
    const point = canvas.getByRole('button', { name: 'Qu’est-ce que : Volet ?' });
    const { width, height } = point.getBoundingClientRect();
    await expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    point.focus();
    await userEvent.keyboard('{Enter}');
    await expect(await screen.findByRole('dialog', { name: 'Qu’est-ce que : Volet ?' })).toHaveTextContent(
      'Par exemple',
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(point).toHaveFocus());
  },
};
export const Open: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button'));
    await waitFor(() => expect(screen.getByRole('dialog')).toBeVisible());
  },
};
export const BesideAField: Story = {
  render: () => (
    <WithHelp about="deadline">
      <TextInput label="Délai" />
    </WithHelp>
  ),
};
export const InARow: Story = { render: () => <HelpRow about={['gate', 'hash', 'second']} /> };
export const Dark: Story = { ...Open, globals: { scheme: 'dark' } };
export const Arabic: Story = { ...Open, globals: { language: 'ar', direction: 'rtl' } };
export const HighContrast: Story = inHighContrast(Open);
