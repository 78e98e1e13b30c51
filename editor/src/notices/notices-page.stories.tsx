import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { answering, refused, silent } from '../fixtures/answering.ts';
import { SAMPLE_NOTICES } from '../fixtures/sample-notices.ts';
import { AMINA, sessionOf } from '../fixtures/sample-views.ts';
import { NoticesPage } from './notices-page.tsx';

const service = answering({
  'GET /api/session': sessionOf(AMINA),
  'GET /api/notices': { notices: SAMPLE_NOTICES },
  'POST /api/cases/:id/notices/:key/acknowledge': {},
});

const meta = {
  component: NoticesPage,
  parameters: { layout: 'fullscreen', path: '/notices' },
  beforeEach: service.beforeEach,
} satisfies Meta<typeof NoticesPage>;
export default meta;
type Story = StoryObj<typeof meta>;

export const ReadAndSaidSo: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'C’est lu' }));
    await waitFor(() => expect(screen.getByText('C’est noté : vous l’avez lu.')).toBeVisible());
    await expect(service.asked).toContainEqual({
      route: 'POST /api/cases/sample/notices/3.1/acknowledge',
      body: { role: 'caseworker' },
    });
  },
};
export const NoLongerOnes: Story = {
  beforeEach: answering({
    'POST /api/cases/:id/notices/:key/acknowledge': refused(403, 'access.refused'),
  }).beforeEach,
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'C’est lu' }));
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Vous n’avez pas accès à cela.');
  },
};
export const Loading: Story = { beforeEach: answering({ 'GET /api/notices': silent }).beforeEach };
