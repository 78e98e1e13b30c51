import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { inHighContrast } from '../fixtures/in-high-contrast.ts';
import { wordsIn } from '../fixtures/words-in.ts';
import { LookMenu } from './look-menu.tsx';
import { Settings } from './settings.tsx';
import { CONTRAST_KEY } from './use-contrast.ts';

const KEPT = ['mantine-color-scheme-value', CONTRAST_KEY];
const forget = () => {
  for (const key of KEPT) localStorage.removeItem(key);
};

const meta = {
  component: LookMenu,
  beforeEach: () => {
    forget();
    return forget;
  },
} satisfies Meta<typeof LookMenu>;
export default meta;
type Story = StoryObj<typeof meta>;

const choose = async (name: string, role = 'menuitemradio') => {
  await userEvent.click(screen.getByRole('button', { name: 'Apparence' }));
  await userEvent.click(await screen.findByRole(role, { name }));
};

export const Open: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Apparence' }));
    const contrast = await screen.findByRole('menuitemcheckbox', { name: 'Contraste élevé' });
    await waitFor(() => expect(contrast).toBeVisible());
  },
};
export const OpenInHighContrast: Story = inHighContrast(Open);
export const OpenInHighContrastDark: Story = inHighContrast(Open, 'dark');
export const ChosenAndRemembered: Story = {
  // In settings of its own: those of the stories hold the scheme and the contrast.
  render: () => (
    <Settings words={wordsIn('fr')}>
      <LookMenu />
    </Settings>
  ),
  play: async () => {
    const page = document.documentElement;
    await choose('Sombre');
    await waitFor(() => expect(page).toHaveAttribute('data-mantine-color-scheme', 'dark'));
    await choose('Clair');
    await waitFor(() => expect(page).toHaveAttribute('data-mantine-color-scheme', 'light'));
    await choose('Contraste élevé', 'menuitemcheckbox');
    await waitFor(() => expect(page).toHaveAttribute('data-contrast', 'more'));
    await expect(localStorage.getItem(CONTRAST_KEY)).toBe('more');
    await choose('Contraste élevé', 'menuitemcheckbox');
    await waitFor(() => expect(page).not.toHaveAttribute('data-contrast'));
    await expect(localStorage.getItem(CONTRAST_KEY)).toBe('usual');
  },
};
export const RightToLeft: Story = { ...Open, globals: { direction: 'rtl' } };
