import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { Prose } from './prose.tsx';

const meta = { component: Prose } satisfies Meta<typeof Prose>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {
  args: { children: '- Laissez parler.\n- Notez les **mots exacts**.\n\n[Le guide](https://example.org/)' },
};
export const LongText: Story = { args: { children: `${LONG}\n\n${LONG}` } };
export const HtmlIsShownAsText: Story = {
  args: {
    children: 'Avant <img src=x onerror="document.title = 1"> <script>document.title = 2</script> après',
  },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('script, img')).toBeNull();
  },
};
export const ScriptAddressesAreDropped: Story = {
  args: { children: '[lien](javascript:alert(1))' },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('a[href^="javascript"]')).toBeNull();
  },
};
export const FrenchSignsStayWithTheirWord: Story = {
  args: { children: 'Demander : « Qui est là ? »' },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('.prose')?.textContent).toBe(
      'Demander\u00a0: «\u00a0Qui est là\u00a0?\u00a0»',
    );
  },
};
export const RightToLeft: Story = {
  args: { children: 'ابق مع الطفل.\n\n- استمع إليه' },
  globals: { direction: 'rtl' },
};
