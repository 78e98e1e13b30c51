import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import type { CaseSummary } from '../client.ts';
import { LONG } from '../fixtures/long-words.ts';
import { STORY_NOW } from '../fixtures/story-now.ts';
import { CaseListView } from './case-list-view.tsx';

const HOUR = 3_600_000;
const summary = (id: string, hours: number | undefined, title = 'Rencontrer l’enfant'): CaseSummary => ({
  id,
  reference: `26-${id.toUpperCase()}`,
  pack: { id: 'story-procedure', version: '0.3.0', title: { fr: 'Accueil d’un enfant (inventé)' } },
  status: 'open',
  steps: [{ step: 'meet', title: { fr: title }, since: new Date(STORY_NOW).toISOString() }],
  ...(hours === undefined
    ? {}
    : {
        nextDue: {
          deadline: 'd',
          label: { fr: 'Voir l’enfant' },
          due: new Date(STORY_NOW + hours * HOUR).toISOString(),
        },
      }),
  overdue: hours !== undefined && hours < 0 ? 1 : 0,
  opened: new Date(STORY_NOW).toISOString(),
  updated: new Date(STORY_NOW).toISOString(),
  assigned: {},
  roles: ['caseworker'],
  toConfirm: id === 'b' ? 1 : 0,
});

const meta = { component: CaseListView } satisfies Meta<typeof CaseListView>;
export default meta;
type Story = StoryObj<typeof meta>;

export const WhatPressesMostComesFirst: Story = {
  args: {
    cases: [summary('d', 240), summary('a', -4), summary('c', 30), summary('b', 2), summary('e', undefined)],
  },
  play: async ({ canvas }) => {
    const groups = canvas.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    await expect(groups).toEqual([
      'En retard (1)',
      'Aujourd’hui (1)',
      'Bientôt (1)',
      'Plus tard (1)',
      'Sans échéance (1)',
    ]);
  },
};
export const TheChildIsNamedToWhoMayReadIt: Story = {
  args: { cases: [{ ...summary('a', -4), child: 'Inès (enfant fictif)' }, summary('b', -2)] },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link', { name: /^Inès.*Dossier 26-A/ })).toBeVisible();
    await expect(canvas.getByRole('link', { name: /^Dossier 26-B/ })).toBeVisible();
  },
};
export const Closed: Story = { args: { cases: [{ ...summary('z', undefined), status: 'closed' }] } };
export const LongText: Story = { args: { cases: [summary('a', -4, LONG)] } };
export const Empty: Story = { args: { cases: [] } };
export const Dark: Story = {
  args: { cases: [summary('a', -4), summary('b', 2), summary('c', 30)] },
  globals: { scheme: 'dark' },
};
export const RightToLeft: Story = {
  args: { cases: [summary('a', -4), summary('b', 2)] },
  globals: { direction: 'rtl' },
};
