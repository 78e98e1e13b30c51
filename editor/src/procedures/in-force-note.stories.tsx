import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ZoneProvider } from '../words/zone.tsx';
import { InForceNote } from './in-force-note.tsx';

/** Midnight in Tunis, the evening before in Greenwich. */
const FIRST = '2026-03-31T23:00:00.000Z';
const LAST = '2026-04-30T22:59:59.999Z';
const next = { version: '2.0.0', from: FIRST };

const meta = {
  component: InForceNote,
  decorators: [
    (Story) => (
      <ZoneProvider zone="Africa/Tunis">
        <Story />
      </ZoneProvider>
    ),
  ],
  args: { inForce: { standing: 'in_effect', from: FIRST } },
} satisfies Meta<typeof InForceNote>;
export default meta;
type Story = StoryObj<typeof meta>;

/** The day is the day of the procedure, wherever the reader sits. */
export const InForce: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('En vigueur depuis le 1 avril 2026')).toBeVisible();
  },
};
export const BetweenTwoDays: Story = {
  args: { inForce: { standing: 'in_effect', from: FIRST, until: LAST } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('En vigueur du 1 avril 2026 au 30 avril 2026')).toBeVisible();
  },
};
export const ALaterVersionWaits: Story = {
  args: { inForce: { standing: 'in_effect', from: '2025-01-01T09:00:00.000Z', next } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('En vigueur depuis le 1 janvier 2025')).toBeVisible();
    await expect(
      canvas.getByText(
        'La version 2.0.0 est publiée et sera en vigueur à partir du 1 avril 2026. Jusque-là, celle-ci reste en vigueur.',
      ),
    ).toBeVisible();
    await expect(canvas.getByText('Les jours sont comptés à l’heure de Tunis.')).toBeVisible();
  },
};
export const NoDayWasNamed: Story = {
  args: { inForce: { standing: 'in_effect' } },
  play: async ({ canvas }) => {
    await expect(canvas.queryByText(/vigueur|jours/)).toBeNull();
  },
};
export const NotYet: Story = {
  args: { inForce: { standing: 'not_yet', from: FIRST } },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText(/^Pas encore en vigueur : elle le sera à partir du 1 avril 2026/),
    ).toBeVisible();
  },
};
export const Over: Story = { args: { inForce: { standing: 'over', from: FIRST, until: LAST } } };
export const Replaced: Story = { args: { inForce: { standing: 'replaced', from: FIRST } } };
export const Dark: Story = { args: ALaterVersionWaits.args ?? {}, globals: { scheme: 'dark' } };
export const Arabic: Story = {
  args: ALaterVersionWaits.args ?? {},
  globals: { language: 'ar', direction: 'rtl' },
};
