import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { lastDrawing, onTheTable } from '../fixtures/on-the-table.tsx';
import { ActionMenu } from './action-menu.tsx';
import { ActionsProvider } from './actions-provider.tsx';
import { KeySheet } from './key-sheet.tsx';
import { Palette } from './palette.tsx';
import { ShortcutText } from './shortcut-text.tsx';

const onView = fn();

const meta = {
  title: 'drawing/actions',
  component: ActionsProvider,
  subcomponents: { ActionMenu, KeySheet, Palette, ShortcutText },
  decorators: [onTheTable],
  args: { onView, children: <h1>Une procédure</h1> },
} satisfies Meta<typeof ActionsProvider>;
export default meta;
type Story = StoryObj<typeof meta>;

const openPalette = async () => {
  await userEvent.keyboard('{Control>}k{/Control}');
  return within(document.body).findByRole(
    'textbox',
    { name: 'Chercher une action ou un élément' },
    { timeout: 20_000 },
  );
};

export const EveryKeyOnOneSheet: Story = {
  args: {
    children: (
      <>
        <h1>Une procédure</h1>
        <input aria-label="Titre" />
      </>
    ),
  },
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Titre' }), 'Qui ?');
    await expect(within(document.body).queryByRole('dialog')).toBeNull();
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard('{Shift>}?{/Shift}');
    const sheet = await within(document.body).findByRole(
      'dialog',
      { name: 'Touches du clavier' },
      { timeout: 20_000 },
    );
    await waitFor(() => expect(sheet).toBeVisible());
    await expect(within(sheet).getByText('Ajouter une étape après')).toBeVisible();
    await expect(sheet).toHaveTextContent('CtrlEnter');
  },
};
export const EveryKeyInArabic: Story = {
  globals: { language: 'ar', direction: 'rtl' },
  render: () => <KeySheet onClose={() => undefined} />,
};

export const AnElementIsFound: Story = {
  play: async () => {
    const field = await openPalette();
    await userEvent.type(field, 'juge enfants');
    await userEvent.click(await within(document.body).findByText('Juge des enfants'));
    await waitFor(() => expect(lastDrawing().get().selected).toBe('roles/judge'));
  },
};

export const AnActionIsDone: Story = {
  parameters: { drawing: { selected: 'steps/meet' } },
  play: async () => {
    const field = await openPalette();
    await userEvent.type(field, 'dupliquer');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(lastDrawing().get().log.pack.steps).toHaveProperty('meet_2'));
  },
};

export const NothingFound: Story = {
  play: async () => {
    await userEvent.type(await openPalette(), 'xyzzy');
    await expect(await within(document.body).findByText('Rien ne porte ces mots.')).toBeVisible();
  },
};

export const WhoReadsCannotChange: Story = {
  parameters: { drawing: { selected: 'steps/meet', isReadOnly: true } },
  play: async () => {
    await openPalette();
    await expect(await within(document.body).findByText('Copier')).toBeVisible();
    await expect(within(document.body).queryByText('Supprimer')).toBeNull();
  },
};
export const Arabic: Story = {
  globals: { language: 'ar', direction: 'rtl' },
  play: async () => {
    await userEvent.keyboard('{Control>}k{/Control}');
    await waitFor(() => expect(within(document.body).getByRole('dialog')).toBeVisible(), { timeout: 20_000 });
  },
};
