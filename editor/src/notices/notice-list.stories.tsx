import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { SAMPLE_NOTICES, sampleNotice } from '../fixtures/sample-notices.ts';
import { NoticeList } from './notice-list.tsx';

const meta = {
  component: NoticeList,
  args: { notices: SAMPLE_NOTICES, me: 'amina', onAcknowledge: fn() },
} satisfies Meta<typeof NoticeList>;
export default meta;
type Story = StoryObj<typeof meta>;

export const WhatAsksAnAnswerComesFirst: Story = {
  play: async ({ args, canvas }) => {
    const groups = canvas.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    await expect(groups).toEqual(['À lire et à confirmer (1)', 'Personne n’a été prévenu (1)']);
    await userEvent.click(canvas.getByRole('button', { name: 'C’est lu' }));
    await expect(args.onAcknowledge).toHaveBeenCalledWith(SAMPLE_NOTICES[0]);
  },
};
export const WhatIsOnlyToldIsFolded: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText('Pour information (3)'));
    await expect(canvas.getByText(/^Lu par vous/)).toBeVisible();
    await expect(canvas.getByRole('link', { name: 'Voir le dossier ouvert par cet avis' })).toHaveAttribute(
      'href',
      '/cases/other',
    );
  },
};
export const NothingToAnswer: Story = {
  args: { notices: [sampleNotice('1.1')] },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { level: 2 })).toHaveTextContent('Pour information (1)');
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};
export const LongText: Story = {
  args: {
    notices: [sampleNotice('1.1', { label: { fr: LONG }, text: { fr: LONG }, roleLabel: { fr: LONG } })],
  },
};
export const Empty: Story = { args: { notices: [] } };
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
