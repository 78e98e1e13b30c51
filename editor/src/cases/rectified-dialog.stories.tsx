import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, waitFor } from 'storybook/test';
import { answering, silent } from '../fixtures/answering.ts';
import { inDanger } from '../fixtures/sample-case.ts';
import { journalOf } from '../fixtures/sample-views.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import type { HistoryLine } from './history-line.ts';
import { RectifiedDialog } from './rectified-dialog.tsx';
import { WithdrawnList } from './withdrawn-list.tsx';

const journal = journalOf(inDanger());
const last = journal.entries.at(-1)!;
/** The history in which the last line no longer holds, with what it had sent. */
const rectified = (effects: NonNullable<HistoryLine['withdrawn']>['effects']) => {
  const { event: _, ...line } = last;
  const withdrawn = { entries: [last.seq], effects };
  return {
    ...journal,
    entries: [
      ...journal.entries,
      { ...line, seq: last.seq + 1, kind: 'rectified' as const, facts: {}, withdrawn },
    ],
  };
};
const SENT = [{ key: 'sample:9', effect: 'judge_is_told', kind: 'notify', to: ['judge'] }] as const;

const meta = {
  component: RectifiedDialog,
  subcomponents: { WithdrawnList },
  decorators: [withPack],
  args: { caseId: 'sample', onClose: fn() },
} satisfies Meta<typeof RectifiedDialog>;
export default meta;
type Story = StoryObj<typeof meta>;

export const WhatHadBeenSentIsListed: Story = {
  beforeEach: answering({ 'GET /api/cases/:id/journal': rectified([...SENT]) }).beforeEach,
  play: async () => {
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog.querySelector('[data-withdrawn] li')).toBeVisible());
    await expect(dialog).toHaveTextContent(/Juge des enfants/);
  },
};
export const NothingHadBeenSent: Story = {
  beforeEach: answering({ 'GET /api/cases/:id/journal': rectified([]) }).beforeEach,
  play: async () => {
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog.querySelectorAll('[data-withdrawn] li')).toHaveLength(1));
  },
};
export const NothingIsWithdrawn: Story = {
  beforeEach: answering({ 'GET /api/cases/:id/journal': journal }).beforeEach,
  play: async () => {
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog.querySelector('[data-withdrawn]')).toBeNull());
  },
};
export const Loading: Story = { beforeEach: answering({ 'GET /api/cases/:id/journal': silent }).beforeEach };
export const Phone: Story = { ...WhatHadBeenSentIsListed, globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { ...WhatHadBeenSentIsListed, globals: { scheme: 'dark' } };
export const RightToLeft: Story = { ...WhatHadBeenSentIsListed, globals: { direction: 'rtl' } };
