import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { answering, offline } from '../../fixtures/answering.ts';
import { AMINA, SAMPLE_SUMMARY, sessionOf } from '../../fixtures/sample-views.ts';
import { sampleDraft, sampleDrafts, sampleTable } from '../fixtures/sample-draft.ts';
import { DraftPages } from './draft-pages.tsx';

const author = sessionOf({ ...AMINA, roles: [...AMINA.roles, 'author'] });
const pen = { account: AMINA.id, since: '2026-03-02T09:00:00.000Z' };
const service = answering({
  'GET /api/session': author,
  'GET /api/packs': { packs: [SAMPLE_SUMMARY] },
  'GET /api/drafts': { drafts: sampleDrafts() },
  'POST /api/drafts': { id: 'd1' },
  'GET /api/drafts/:id': sampleDraft(AMINA.id),
  'POST /api/drafts/:id/here': sampleTable({ pen }),
  'POST /api/drafts/:id/changes': { revision: 3 },
});

const meta = {
  component: DraftPages,
  parameters: { layout: 'fullscreen', path: '/drafts' },
  beforeEach: service.beforeEach,
} satisfies Meta<typeof DraftPages>;
export default meta;
type Story = StoryObj<typeof meta>;

export const TheList: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Nouveau brouillon' }));
    await expect(await screen.findByRole('radio', { name: 'Une page vide' })).toBeChecked();
  },
};
export const AnOpenDraft: Story = {
  parameters: { path: '/drafts/d1' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Vous écrivez')).toBeVisible();
    await expect(canvas.getByText('Enregistré')).toBeVisible();
  },
};
export const TheNetworkIsGone: Story = {
  beforeEach: answering({ 'GET /api/drafts': () => offline() }).beforeEach,
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};
