import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { wordsIn } from '../fixtures/words-in.ts';
import { LANGUAGE_KEY } from '../words/languages.ts';
import { LanguageMenu } from './language-menu.tsx';
import { Settings } from './settings.tsx';

const meta = {
  component: LanguageMenu,
  beforeEach: () => () => localStorage.removeItem(LANGUAGE_KEY),
} satisfies Meta<typeof LanguageMenu>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Closed: Story = {};
export const TheLanguageIsRememberedHere: Story = {
  // In settings of its own, so that the next story still speaks French.
  render: () => (
    <Settings words={wordsIn('fr')}>
      <LanguageMenu />
    </Settings>
  ),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Langue : Français' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Español' }));
    await expect(await canvas.findByRole('button', { name: /Español/ })).toHaveTextContent('ES');
    await expect(localStorage.getItem(LANGUAGE_KEY)).toBe('es');
    await waitFor(() => expect(document.documentElement).toHaveAttribute('lang', 'es'));
    await waitFor(() => expect(screen.queryByRole('menuitem')).toBeNull());
  },
};
export const ByKeyboard: Story = {
  play: async ({ canvas }) => {
    canvas.getByRole('button').focus();
    await userEvent.keyboard('{Enter}');
    await expect(await screen.findByRole('menuitem', { name: 'English' })).toHaveAttribute('lang', 'en');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menuitem')).toBeNull());
  },
};
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
