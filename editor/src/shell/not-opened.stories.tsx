import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ComponentType, Suspense, useState } from 'react';
import { expect, fn, userEvent } from 'storybook/test';
import { NotOpened } from './not-opened.tsx';
import { openLater } from './open-later.tsx';

const meta = { component: NotOpened } satisfies Meta<typeof NotOpened>;
export default meta;
type Story = StoryObj<typeof meta>;

export const TheWholePage: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('Ce que vous avez écrit est gardé');
    await expect(canvas.getByRole('button', { name: 'Recharger la page' })).toBeVisible();
  },
};

const load = fn<() => Promise<ComponentType>>();

function LaterHere() {
  const [Part] = useState(() => openLater(load));
  return (
    <Suspense>
      <Part />
    </Suspense>
  );
}

/** The network went while a view was opened: it is told there, and opened there when the network is back. */
export const APartThatComesLater: Story = {
  beforeEach: () => {
    load.mockReset();
    load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
    load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
    load.mockResolvedValue(() => <p>La vue demandée.</p>);
  },
  render: () => <LaterHere />,
  play: async ({ canvas }) => {
    const again = await canvas.findByRole('button', { name: 'Réessayer' });
    await userEvent.click(again);
    await expect(canvas.getByRole('alert')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Réessayer' }));
    await expect(await canvas.findByText('La vue demandée.')).toBeVisible();
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};
export const RightToLeft: Story = { args: { onRetry: fn() }, globals: { direction: 'rtl' } };
export const Dark: Story = { args: { onRetry: fn() }, globals: { scheme: 'dark' } };
