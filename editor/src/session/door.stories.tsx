import { Text } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { answering, offline, refused, silent } from '../fixtures/answering.ts';
import { ADMINISTRATOR, AMINA, sessionOf } from '../fixtures/sample-views.ts';
import { Door } from './door.tsx';

const stranger = answering({
  'GET /api/notices': { notices: [] },
  'GET /api/session': refused(401, 'session.missing'),
  'POST /api/session': sessionOf(AMINA),
  'GET /api/setup': { needed: false, demo: false },
});
const known = answering({ 'GET /api/session': sessionOf(AMINA), 'DELETE /api/session': {} });

const meta = {
  title: 'session/at the door',
  component: Door,
  parameters: { layout: 'fullscreen', path: '/cases' },
  beforeEach: stranger.beforeEach,
  args: { children: <Text>Ce qui est derrière la porte.</Text> },
} satisfies Meta<typeof Door>;
export default meta;
type Story = StoryObj<typeof meta>;

type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];
const signIn = async (canvas: Canvas, element: HTMLElement) => {
  await userEvent.type(await canvas.findByRole('textbox', { name: /Nom d’utilisateur/ }), 'amina');
  await userEvent.type(element.querySelector('input[name="password"]')!, 'un long mot de passe');
  await userEvent.click(canvas.getByRole('button', { name: 'Se connecter' }));
};

export const SigningIn: Story = {
  play: async ({ canvas, canvasElement }) => {
    await signIn(canvas, canvasElement);
    await expect(await canvas.findByText('Ce qui est derrière la porte.')).toBeVisible();
    await expect(stranger.asked).toContainEqual({
      route: 'POST /api/session',
      body: { name: 'amina', password: 'un long mot de passe' },
    });
  },
};
export const SigningInIsRefused: Story = {
  beforeEach: answering({ 'POST /api/session': refused(401, 'session.refused') }).beforeEach,
  play: async ({ canvas, canvasElement }) => {
    await signIn(canvas, canvasElement);
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      'Le nom ou le mot de passe ne convient pas.',
    );
    await expect(canvas.queryByText('Ce qui est derrière la porte.')).toBeNull();
  },
};
export const TooManyTries: Story = {
  beforeEach: answering({ 'POST /api/session': refused(429, 'session.too_many') }).beforeEach,
  play: async ({ canvas, canvasElement }) => {
    await signIn(canvas, canvasElement);
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Attendez un quart d’heure.');
  },
};
export const SigningOutForgetsWhatWasTyped: Story = {
  beforeEach: known.beforeEach,
  play: async ({ canvas }) => {
    await canvas.findByText('Ce qui est derrière la porte.');
    localStorage.setItem('parcours.draft.amina.sample.meet', '{"danger":true}');
    await userEvent.click(canvas.getByRole('button', { name: 'Se déconnecter' }));
    await expect(await canvas.findByRole('button', { name: 'Se connecter' })).toBeVisible();
    await expect(localStorage.getItem('parcours.draft.amina.sample.meet')).toBeNull();
  },
};
const first = answering({
  'GET /api/setup': { needed: true, demo: false },
  'POST /api/setup': ADMINISTRATOR,
});
const create = async (canvas: Canvas, element: HTMLElement) => {
  await userEvent.type(await canvas.findByRole('textbox', { name: /Code à usage unique/ }), 'ABCD-1234');
  await userEvent.type(canvas.getByRole('textbox', { name: /Votre nom/ }), 'Nour');
  await userEvent.type(canvas.getByRole('textbox', { name: /Nom d’utilisateur/ }), 'nour');
  await userEvent.type(element.querySelector('input[name="password"]')!, 'un long mot de passe');
  await userEvent.click(canvas.getByRole('button', { name: 'Créer le compte' }));
};
export const TheFirstAdministrator: Story = {
  beforeEach: first.beforeEach,
  play: async ({ canvas, canvasElement }) => {
    await create(canvas, canvasElement);
    await waitFor(() =>
      expect(first.asked).toContainEqual({
        route: 'POST /api/setup',
        body: expect.objectContaining({ code: 'ABCD-1234', name: 'nour', displayName: 'Nour', roles: [] }),
      }),
    );
  },
};
export const ACodeThatIsNotTheTerminals: Story = {
  beforeEach: answering({
    'GET /api/setup': { needed: true, demo: false },
    'POST /api/setup': refused(403, 'setup.code'),
  }).beforeEach,
  play: async ({ canvas, canvasElement }) => {
    await create(canvas, canvasElement);
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Ce code n’est pas celui du terminal.');
  },
};
export const Demonstration: Story = {
  beforeEach: answering({ 'GET /api/setup': { needed: false, demo: true } }).beforeEach,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Démonstration : personnes et dossiers inventés.')).toBeVisible();
  },
};
export const AnAdministratorSeesTheAccounts: Story = {
  beforeEach: answering({ 'GET /api/session': sessionOf(ADMINISTRATOR) }).beforeEach,
  play: async ({ canvas }) => {
    await expect((await canvas.findAllByRole('link', { name: 'Comptes' })).length).toBeGreaterThan(0);
  },
};
export const NoNetwork: Story = {
  beforeEach: answering({ 'GET /api/session': offline }).beforeEach,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Réessayer' })).toBeVisible();
  },
};
export const Loading: Story = { beforeEach: answering({ 'GET /api/session': silent }).beforeEach };
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
