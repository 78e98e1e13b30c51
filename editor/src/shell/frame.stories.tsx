import { Modal, Text } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { Frame } from './frame.tsx';
import { Page } from './page.tsx';

const content = (
  <Page title="Dossiers" back={{ href: '/', label: 'Retour' }} subtitle="Un sous-titre">
    <Text>Le contenu.</Text>
  </Page>
);

const meta = {
  component: Frame,
  parameters: { layout: 'fullscreen', path: '/cases' },
  args: {
    children: content,
    demo: false,
    person: { name: 'Amina (inventée)', administrator: false },
    onSignOut: fn(),
  },
} satisfies Meta<typeof Frame>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByRole('link', { name: 'Aller au contenu' })).toHaveAttribute('href', '#content');
    await expect(canvasElement.querySelector('[aria-current="page"]')).toHaveTextContent('Dossiers');
  },
};
export const Demonstration: Story = {
  args: { demo: true },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/inventés/)).toBeVisible();
  },
};
export const AtTheDrawingTable: Story = {
  parameters: { path: '/drafts/d1/outline' },
  args: { demo: true, waiting: 3 },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('link', { name: /Brouillons/ })).toBeInTheDocument();
  },
};
/** A dialog stands in the middle of the window, not of the page's main part, and is whole. */
export const WithADialog: Story = {
  args: {
    children: (
      <Modal
        opened
        onClose={fn()}
        title="Une question"
        closeButtonProps={{ 'aria-label': 'Fermer' }}
        transitionProps={{ duration: 0 }}
      >
        <Text>Le contenu de la question.</Text>
      </Modal>
    ),
  },
  play: async ({ canvas }) => {
    const box = (await canvas.findByRole('dialog', { name: 'Une question' })).getBoundingClientRect();
    const { clientWidth } = document.documentElement;
    await expect(box.left).toBeGreaterThanOrEqual(0);
    await expect(box.right).toBeLessThanOrEqual(clientWidth);
    await expect(Math.abs(box.left - (clientWidth - box.right))).toBeLessThan(2);
  },
};
export const Administrator: Story = { args: { person: { name: 'Ada', administrator: true } } };
export const NobodySignedIn: Story = { args: { person: undefined } };
export const Dark: Story = { args: { demo: true }, globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
