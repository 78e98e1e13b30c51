import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { answering, offline, silent } from '../fixtures/answering.ts';
import { LONG } from '../fixtures/long-words.ts';
import { sampleLine } from '../fixtures/sample-views.ts';
import { CaseListPage } from './case-list-page.tsx';

const cases = [sampleLine('late', -4), sampleLine('today', 2), sampleLine('calm', undefined)];
const over = { ...sampleLine('over', undefined), status: 'closed' as const };
const byStatus = (url: URL) => ({ cases: url.searchParams.get('status') === 'closed' ? [over] : cases });

const meta = {
  component: CaseListPage,
  parameters: { layout: 'fullscreen', path: '/cases' },
  beforeEach: answering({ 'GET /api/cases': byStatus }).beforeEach,
} satisfies Meta<typeof CaseListPage>;
export default meta;
type Story = StoryObj<typeof meta>;

export const ClosedCasesAreShownOnRequest: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/26-LATE/)).toBeVisible();
    await expect(canvas.queryByText(/26-OVER/)).toBeNull();
    await userEvent.click(canvas.getByRole('switch', { name: 'Montrer aussi les dossiers clos' }));
    await expect(await canvas.findByText(/26-OVER/)).toBeVisible();
    await expect(canvas.getByText(/26-LATE/)).toBeVisible();
  },
};
export const MoreThanOnePage: Story = {
  beforeEach: answering({
    'GET /api/cases': (url) =>
      url.searchParams.get('before') === 'today'
        ? { cases: [sampleLine('older', 30)] }
        : { cases: [sampleLine('today', 2)], ...(byStatus(url).cases === cases ? { next: 'today' } : {}) },
  }).beforeEach,
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Montrer la suite' }));
    await expect(await canvas.findByText(/26-OLDER/)).toBeVisible();
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Montrer la suite' })).toBeNull());
  },
};
export const Empty: Story = {
  beforeEach: answering({ 'GET /api/cases': { cases: [] } }).beforeEach,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Aucun dossier ne vous est confié.')).toBeVisible();
    await expect(canvas.getByRole('link', { name: 'Ouvrir un dossier' })).toHaveAttribute(
      'href',
      '/cases/new',
    );
  },
};
export const NoNetwork: Story = {
  beforeEach: answering({ 'GET /api/cases': offline }).beforeEach,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Le service n’a pas répondu');
  },
};
export const Loading: Story = { beforeEach: answering({ 'GET /api/cases': silent }).beforeEach };
export const LongText: Story = {
  beforeEach: answering({ 'GET /api/cases': { cases: [sampleLine('long', -4, LONG)] } }).beforeEach,
};
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
