import { Text } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useQuery } from '@tanstack/react-query';
import { expect, fn, userEvent } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { ApiError } from '../session/api-error.ts';
import { Loaded } from './loaded.tsx';

const ask = fn<() => Promise<string>>();

/** Something asked of the service, and what is shown of it. */
function Asking() {
  const query = useQuery({ queryKey: ['story'], queryFn: ask });
  return (
    <>
      <Loaded query={query}>{(words) => <Text>{words}</Text>}</Loaded>
      <button type="button" onClick={() => void query.refetch()}>
        Relire
      </button>
    </>
  );
}

const meta = {
  title: 'shell/loaded',
  component: Asking,
  beforeEach: () => {
    ask.mockReset();
    ask.mockResolvedValue('Ce que le service a répondu.');
  },
} satisfies Meta<typeof Asking>;
export default meta;
type Story = StoryObj<typeof meta>;

const later = () => new Promise<string>(() => undefined);

export const Answered: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Ce que le service a répondu.')).toBeVisible();
  },
};
export const Coming: Story = {
  beforeEach: () => {
    ask.mockImplementation(later);
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status', { name: 'Chargement' })).toBeVisible();
  },
};
export const NoNetworkThenTriedAgain: Story = {
  beforeEach: () => {
    ask.mockRejectedValueOnce(new ApiError(0, 'offline', 'offline'));
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Le service n’a pas répondu');
    await userEvent.click(canvas.getByRole('button', { name: 'Réessayer' }));
    await expect(await canvas.findByText('Ce que le service a répondu.')).toBeVisible();
  },
};
export const Refused: Story = {
  beforeEach: () => {
    ask.mockRejectedValue(new ApiError(403, 'access.refused', 'refused'));
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Vous n’avez pas accès à cela.');
  },
};
export const OldWordsStayWhenNewOnesFail: Story = {
  play: async ({ canvas }) => {
    await canvas.findByText('Ce que le service a répondu.');
    ask.mockRejectedValue(new ApiError(0, 'offline', 'offline'));
    await userEvent.click(canvas.getByRole('button', { name: 'Relire' }));
    await expect(ask).toHaveBeenCalledTimes(2);
    await expect(canvas.getByText('Ce que le service a répondu.')).toBeVisible();
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};
export const LongText: Story = {
  beforeEach: () => {
    ask.mockRejectedValue(new ApiError(500, 'nobody.knows', LONG));
  },
};
export const Dark: Story = { ...Refused, globals: { scheme: 'dark' } };
export const RightToLeft: Story = { ...Refused, globals: { direction: 'rtl' } };
