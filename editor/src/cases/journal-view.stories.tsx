import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { inDanger, toReconsider } from '../fixtures/sample-case.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { historyLine } from './history-line.ts';
import { JournalView } from './journal-view.tsx';

const meta = {
  component: JournalView,
  decorators: [withPack],
  args: { entries: toReconsider().entries.map(historyLine) },
} satisfies Meta<typeof JournalView>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Le juge décide un placement')).toBeVisible();
    await expect(
      canvas.getByText(
        /Mme Haddad \(inventée\), Juge des enfants, Tribunal \(inventé\), le .*2026 · Acte n° 2026\/17/,
      ),
    ).toBeVisible();
    await expect(canvas.getByText('Confirmé par nour')).toBeVisible();
    await expect(canvas.getByText(/Motif : Aucune autre solution/)).toBeVisible();
    await expect(canvas.getByText(/Corrigé : D’autres solutions/)).toBeVisible();
  },
};
export const WithASignal: Story = { args: { entries: inDanger().entries.map(historyLine) } };
export const Empty: Story = { args: { entries: [] } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
