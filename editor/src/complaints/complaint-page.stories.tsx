import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { answering, offline, refused, silent } from '../fixtures/answering.ts';
import { atMeeting } from '../fixtures/sample-case.ts';
import { BROKEN_PACK_VIEW, SAMPLE_PACK_VIEW, viewOf } from '../fixtures/sample-views.ts';
import { ComplaintPage } from './complaint-page.tsx';

const service = answering({
  'GET /api/cases/:id': () => viewOf(atMeeting()),
  'GET /api/packs/:id': SAMPLE_PACK_VIEW,
  'POST /api/complaints': { acknowledgement: '7F3K-22QD' },
});

const meta = {
  component: ComplaintPage,
  parameters: { layout: 'fullscreen', path: '/complaints/new/sample' },
  beforeEach: service.beforeEach,
  args: { about: 'sample' },
} satisfies Meta<typeof ComplaintPage>;
export default meta;
type Story = StoryObj<typeof meta>;

const SEND = 'Envoyer la plainte';

export const ANumberIsGivenToKeep: Story = {
  play: async ({ canvas }) => {
    await userEvent.type(
      await canvas.findByRole('textbox', { name: 'Mots employés' }),
      'On ne m’a pas écouté.',
    );
    await userEvent.click(canvas.getByRole('button', { name: SEND }));
    await expect(await canvas.findByText('7F3K-22QD')).toBeVisible();
    await expect(service.asked.at(-1)).toEqual({
      route: 'POST /api/complaints',
      body: { about: 'sample', pack: 'story-procedure', facts: { words_used: 'On ne m’a pas écouté.' } },
    });
    // Sent, it stays nowhere in this browser.
    await expect(Object.keys(localStorage).filter((key) => key.includes('complaint.sample'))).toEqual([]);
  },
};
export const Blank: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/La plainte est scellée/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: SEND }));
    await waitFor(() =>
      expect(service.asked.at(-1)?.body).toEqual({ about: 'sample', pack: 'story-procedure' }),
    );
  },
};
export const WhatIsTypedOutlivesTheNetwork: Story = {
  beforeEach: answering({ 'POST /api/complaints': offline }).beforeEach,
  play: async ({ canvas }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Mots employés' }), 'Seule.');
    await userEvent.click(canvas.getByRole('button', { name: SEND }));
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Pas de réseau');
    await expect(canvas.getByRole('textbox', { name: 'Mots employés' })).toHaveValue('Seule.');
  },
};
export const Refused: Story = {
  beforeEach: answering({ 'POST /api/complaints': refused(403, 'access.refused') }).beforeEach,
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: SEND }));
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Vous n’avez pas accès à cela.');
  },
};
export const NoSuchCase: Story = {
  beforeEach: answering({ 'GET /api/cases/:id': refused(404, 'case.not_found') }).beforeEach,
};
export const ACaseWithoutAComplaintDoor: Story = {
  beforeEach: answering({
    'GET /api/cases/:id': () => {
      const view = viewOf(atMeeting());
      const { complaint: _, ...guide } = view.guide;
      return { ...view, guide };
    },
  }).beforeEach,
};
export const AProcedureThatCannotBeRead: Story = {
  beforeEach: answering({ 'GET /api/packs/:id': BROKEN_PACK_VIEW }).beforeEach,
};
export const Loading: Story = { beforeEach: answering({ 'GET /api/cases/:id': silent }).beforeEach };
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
