import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { samplePack } from '../../fixtures/sample-pack.ts';
import { ActionsProvider } from '../actions/actions-provider.tsx';
import { connect } from '../commands/ways.ts';
import { onTheTable } from '../fixtures/on-the-table.tsx';
import { openLog, perform } from '../log/command-log.ts';
import { HeadingWays } from './heading-ways.tsx';
import { OutlineView } from './outline-view.tsx';

/** The invented procedure, a stage of which is left in four ways wherever the case stands. */
function leftInFourWays() {
  return ['Un', 'Deux', 'Trois', 'Quatre'].reduce((log, words) => {
    const event = { label: { fr: `${words} est arrivé`, ar: `حدث ${words}` } };
    const done = perform(log, connect, { from: 'reception', to: 'decide', event });
    if (!done.ok) throw new Error(done.refused.why);
    return done.log;
  }, openLog(samplePack())).pack;
}

const withActions: Decorator = (Story) => (
  <ActionsProvider onView={() => undefined}>
    <h1 style={{ fontSize: 20, marginBlockStart: 0 }}>Accueil d’un enfant</h1>
    <Story />
  </ActionsProvider>
);

const meta = {
  title: 'drawing/outline/heading-ways',
  component: OutlineView,
  subcomponents: { HeadingWays } as never,
  decorators: [withActions, onTheTable],
  parameters: { drawing: { pack: leftInFourWays() } },
} satisfies Meta<typeof OutlineView>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Folded: Story = {
  play: async ({ canvas }) => {
    const fold = await canvas.findByRole('button', { name: '4 chemins quittent toute cette partie : 1.1' });
    await expect(fold).toHaveAttribute('aria-expanded', 'false');
    await expect(canvas.queryByText(/Quatre est arrivé/)).toBeNull();
    fold.focus();
    await userEvent.keyboard('{Enter}');
    await expect(fold).toHaveAttribute('aria-expanded', 'true');
    await expect(canvas.getByText(/Quatre est arrivé/)).toBeVisible();
  },
};
export const Arabic: Story = { globals: { language: 'ar', direction: 'rtl' } };
