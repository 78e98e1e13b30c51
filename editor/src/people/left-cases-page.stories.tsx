import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor, within } from 'storybook/test';
import { answering, refused } from '../fixtures/answering.ts';
import { LONG } from '../fixtures/long-words.ts';
import { SAMPLE_LEFT } from '../fixtures/sample-notices.ts';
import { ADMINISTRATOR, SAMPLE_ACCOUNTS, SAMPLE_SUMMARY, sessionOf } from '../fixtures/sample-views.ts';
import { LeftCasesPage } from './left-cases-page.tsx';

const service = answering({
  'GET /api/session': sessionOf(ADMINISTRATOR),
  'GET /api/accounts': SAMPLE_ACCOUNTS,
  'GET /api/packs': { packs: [SAMPLE_SUMMARY] },
  'GET /api/left-cases': { cases: [SAMPLE_LEFT] },
  'POST /api/left-cases/:id/hand-over': {},
});

const meta = {
  component: LeftCasesPage,
  parameters: { layout: 'fullscreen', path: '/left-cases' },
  beforeEach: service.beforeEach,
} satisfies Meta<typeof LeftCasesPage>;
export default meta;
type Story = StoryObj<typeof meta>;

const fill = async () => {
  const dialog = within(await screen.findByRole('dialog'));
  await dialog.findByRole('option', { name: 'Gestionnaire de cas' });
  await userEvent.selectOptions(dialog.getByRole('combobox', { name: /Fonction/ }), 'caseworker');
  await userEvent.selectOptions(dialog.getByRole('combobox', { name: /À qui/ }), 'amina');
  await expect(dialog.getByRole('button', { name: 'Remettre' })).toBeDisabled();
  await userEvent.type(dialog.getByRole('textbox', { name: /Motif/ }), 'Sami a quitté le service.');
  await userEvent.click(dialog.getByRole('button', { name: 'Remettre' }));
};

export const HandedOverWithAReason: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remettre le dossier 26-LEFT' }));
    await fill();
    await waitFor(() => expect(screen.getByText('Le dossier est remis.')).toBeVisible());
    await expect(service.asked).toContainEqual({
      route: 'POST /api/left-cases/left/hand-over',
      body: { role: 'caseworker', person: 'amina', reason: 'Sami a quitté le service.' },
    });
  },
};
export const SomebodyCarriesItMeanwhile: Story = {
  beforeEach: answering({
    'POST /api/left-cases/:id/hand-over': refused(404, 'case.not_found'),
  }).beforeEach,
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remettre le dossier 26-LEFT' }));
    await fill();
    await expect(await screen.findByRole('alert')).toHaveTextContent('Ce dossier n’existe pas');
  },
};
export const NeverToOneself: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remettre le dossier 26-LEFT' }));
    const dialog = within(await screen.findByRole('dialog'));
    await dialog.findByRole('option', { name: 'Gestionnaire de cas' });
    await expect(dialog.queryByRole('option', { name: ADMINISTRATOR.displayName })).toBeNull();
  },
};
export const LongText: Story = {
  beforeEach: answering({
    'GET /api/left-cases': { cases: [{ ...SAMPLE_LEFT, agency: LONG }] },
  }).beforeEach,
};
export const Empty: Story = { beforeEach: answering({ 'GET /api/left-cases': { cases: [] } }).beforeEach };
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
