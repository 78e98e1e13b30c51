import { Text, Title } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { contrastOf } from '../fixtures/contrast-of.ts';
import { inHighContrast } from '../fixtures/in-high-contrast.ts';
import { wordsIn } from '../fixtures/words-in.ts';
import { LANGUAGE_IDS } from '../words/languages.ts';
import { useWords } from '../words/use-words.ts';
import { Settings } from './settings.tsx';

/** What the settings give to what stands below them. */
function Below() {
  const { t, language, dir } = useWords();
  return (
    <>
      <Title order={1}>{t('app.tagline')}</Title>
      <Text>
        {language} · {dir}
      </Text>
    </>
  );
}

const meta = {
  title: 'shell/settings',
  render: () => (
    <Settings words={wordsIn('fr')}>
      <Below />
    </Settings>
  ),
} satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

export const ThePageFollowsTheLanguage: Story = {
  render: () => (
    <Settings words={wordsIn('en')}>
      <Below />
    </Settings>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('en · ltr')).toBeVisible();
    await waitFor(() => expect(document.documentElement).toHaveAttribute('lang', 'en'));
    await expect(document.documentElement).toHaveAttribute('dir', 'ltr');
  },
};
export const EveryLanguageHasItsWords: Story = {
  play: async () => {
    const said = LANGUAGE_IDS.map((id) => wordsIn(id).t('app.tagline'));
    await expect(new Set(said).size).toBe(LANGUAGE_IDS.length);
  },
};
export const Dark: Story = {
  globals: { scheme: 'dark' },
  render: () => (
    <Settings words={wordsIn('fr')} scheme="dark">
      <Below />
    </Settings>
  ),
  play: async () => {
    await waitFor(() =>
      expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'dark'),
    );
  },
};
export const RightToLeft: Story = {
  render: () => (
    <Settings words={wordsIn('fr')} dir="rtl">
      <Below />
    </Settings>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('fr · rtl')).toBeVisible();
  },
};

const COLOURS = 'lagoon red orange yellow green indigo grape pink cyan gray'.split(' ');
const ON_THE_PAGE = [
  ...['text', 'dimmed', 'placeholder', 'anchor', 'error', 'default-border', 'disabled-border'].map(
    (name) => `--mantine-color-${name}`,
  ),
  ...COLOURS.flatMap((name) =>
    ['filled', 'light-color', 'text'].map((use) => `--mantine-color-${name}-${use}`),
  ),
  ...['--line', '--accent', '--deep-signal', '--deep-clock'],
];
const apart = inHighContrast<Story>({
  render: () => <Below />,
  play: async () => {
    await waitFor(() => expect(document.documentElement).toHaveAttribute('data-contrast', 'more'));
    const weak = [
      ...ON_THE_PAGE.flatMap((name) => ['--page', '--card'].map((under) => [name, under] as const)),
      ...COLOURS.map((name) => ['--on-filled', `--mantine-color-${name}-filled`] as const),
      ...['text', 'dimmed', 'disabled-color'].map((name) => [`--mantine-color-${name}`, '--soft'] as const),
    ].filter(([name, under]) => contrastOf(name, under) < 7);
    await expect(weak).toEqual([]);
  },
});
export const HighContrastIsSevenToOne: Story = apart;
export const HighContrastIsSevenToOneByNight: Story = inHighContrast(apart, 'dark');
