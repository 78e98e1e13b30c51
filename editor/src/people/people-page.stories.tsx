import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { answering, offline, refused, silent } from '../fixtures/answering.ts';
import { LONG } from '../fixtures/long-words.ts';
import { AMINA, SAMPLE_ACCOUNTS, SAMPLE_PACK_VIEW, SAMPLE_SUMMARY } from '../fixtures/sample-views.ts';
import { PeoplePage } from './people-page.tsx';

const service = answering({
  'GET /api/accounts': SAMPLE_ACCOUNTS,
  'POST /api/accounts': AMINA,
  'GET /api/packs': { packs: [SAMPLE_SUMMARY] },
  'GET /api/packs/:id': SAMPLE_PACK_VIEW,
});

const meta = {
  component: PeoplePage,
  parameters: { layout: 'fullscreen', path: '/people' },
  beforeEach: service.beforeEach,
} satisfies Meta<typeof PeoplePage>;
export default meta;
type Story = StoryObj<typeof meta>;

type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];
const add = async (canvas: Canvas, element: HTMLElement) => {
  await userEvent.type(canvas.getByRole('textbox', { name: /tel que ses collègues/ }), 'Rim (inventée)');
  await userEvent.type(canvas.getByRole('textbox', { name: /Nom d’utilisateur/ }), 'rim');
  await userEvent.type(element.querySelector('input[name="password"]')!, 'un long mot de passe');
  await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Secteur' }), 'social');
  await userEvent.click(await canvas.findByRole('checkbox', { name: 'Gestionnaire de cas' }));
  await userEvent.click(canvas.getByRole('button', { name: 'Ajouter un compte' }));
};

export const AnAccountIsAdded: Story = {
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByText('Ida')).toBeVisible();
    await expect(canvas.getByText('Fermé')).toBeVisible();
    await add(canvas, canvasElement);
    await waitFor(() => expect(screen.getByText('Le compte est créé.')).toBeVisible());
    await expect(service.asked).toContainEqual({
      route: 'POST /api/accounts',
      body: {
        name: 'rim',
        displayName: 'Rim (inventée)',
        password: 'un long mot de passe',
        agency: '',
        sector: 'social',
        place: '',
        roles: ['caseworker'],
      },
    });
    await expect(canvas.getByRole('textbox', { name: /Nom d’utilisateur/ })).toHaveValue('');
  },
};
export const TheNameIsTaken: Story = {
  beforeEach: answering({ 'POST /api/accounts': refused(409, 'account.name_taken') }).beforeEach,
  play: async ({ canvas, canvasElement }) => {
    await add(canvas, canvasElement);
    await expect(await canvas.findByRole('alert')).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: /Nom d’utilisateur/ })).toHaveValue('rim');
  },
};
export const NotAnAdministrator: Story = {
  beforeEach: answering({ 'GET /api/accounts': refused(403, 'access.refused') }).beforeEach,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Vous n’avez pas accès à cela.');
  },
};
export const NoProcedureIsLoaded: Story = {
  beforeEach: answering({ 'GET /api/packs': { packs: [] } }).beforeEach,
};
export const NoNetwork: Story = { beforeEach: answering({ 'GET /api/accounts': offline }).beforeEach };
export const Loading: Story = { beforeEach: answering({ 'GET /api/accounts': silent }).beforeEach };
export const LongText: Story = {
  beforeEach: answering({
    'GET /api/accounts': {
      accounts: [{ ...AMINA, displayName: LONG, roles: ['caseworker', 'supervisor', 'police', 'judge'] }],
    },
  }).beforeEach,
};
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
