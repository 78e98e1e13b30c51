import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { answering, offline, silent } from '../fixtures/answering.ts';
import { BROKEN_PACK_VIEW, SAMPLE_PACK_VIEW, SAMPLE_SUMMARY } from '../fixtures/sample-views.ts';
import { SimulatorPages } from './simulator-pages.tsx';

const meta = {
  component: SimulatorPages,
  parameters: { layout: 'fullscreen', path: '/simulator' },
  beforeEach: answering({
    'GET /api/packs': { packs: [SAMPLE_SUMMARY, { ...SAMPLE_SUMMARY, id: 'untold', scenarios: [] }] },
    'GET /api/packs/:id': SAMPLE_PACK_VIEW,
  }).beforeEach,
} satisfies Meta<typeof SimulatorPages>;
export default meta;
type Story = StoryObj<typeof meta>;

export const FromAProcedureToItsStory: Story = {
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(await canvas.findByRole('link', { name: /Accueil d’un enfant/ }));
    await userEvent.click(await canvas.findByRole('link', { name: /Un appel du soir/ }));
    await expect(await canvas.findByRole('button', { name: 'Commencer' })).toBeVisible();
    await expect(canvasElement.querySelector('[data-fiction]')).toBeVisible();
  },
};
export const OnlyProceduresWithStories: Story = {
  play: async ({ canvas, canvasElement }) => {
    await canvas.findByRole('link', { name: /Accueil d’un enfant/ });
    await expect(canvasElement.querySelectorAll('[data-pack]')).toHaveLength(1);
  },
};
export const NoProcedure: Story = {
  beforeEach: answering({ 'GET /api/packs': { packs: [] } }).beforeEach,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Cette procédure n’a pas de cas d’école.')).toBeVisible();
  },
};
export const Stories: Story = { parameters: { path: '/simulator/story-procedure' } };
export const AnExercise: Story = {
  parameters: { path: '/simulator/story-procedure/evening_call' },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Commencer' }));
    await expect(await canvas.findByRole('button', { name: 'Continuer' })).toBeVisible();
  },
};
export const NoSuchStory: Story = {
  parameters: { path: '/simulator/story-procedure/nowhere' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Ce cas d’école ne peut pas être joué.')).toBeVisible();
  },
};
export const NoSuchAddress: Story = {
  parameters: { path: '/simulator/a/b/c' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { level: 1, name: 'Simulateur' })).toBeVisible();
  },
};
export const AProcedureThatCannotBeRead: Story = {
  parameters: { path: '/simulator/broken' },
  beforeEach: answering({ 'GET /api/packs/:id': BROKEN_PACK_VIEW }).beforeEach,
};
export const NoNetwork: Story = { beforeEach: answering({ 'GET /api/packs': offline }).beforeEach };
export const Loading: Story = { beforeEach: answering({ 'GET /api/packs': silent }).beforeEach };
export const Phone: Story = { ...AnExercise, globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { ...AnExercise, globals: { scheme: 'dark' } };
export const RightToLeft: Story = { ...AnExercise, globals: { direction: 'rtl' } };
