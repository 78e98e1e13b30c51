import { Text } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { fromLocalText, toLocalText, useZone, ZoneProvider, zoneName } from './zone.tsx';

const INSTANT = '2026-03-02T07:30:00.000Z';

/** An instant as it is typed in the zone around. */
function Here() {
  const zone = useZone();
  return (
    <Text>
      {zoneName(zone)} · {toLocalText(INSTANT, zone)}
    </Text>
  );
}

const meta = {
  component: ZoneProvider,
  args: { zone: 'Africa/Tunis', children: <Here /> },
} satisfies Meta<typeof ZoneProvider>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Tunis: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Tunis · 2026-03-02T08:30')).toBeVisible();
  },
};
export const ATownOfTwoWords: Story = {
  args: { zone: 'Africa/Porto-Novo' },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Porto-Novo · 2026-03-02T08:30')).toBeVisible();
  },
};
export const WhatIsTypedIsReadBack: Story = {
  args: { zone: 'Asia/Kathmandu' },
  play: async ({ args }) => {
    await expect(fromLocalText(toLocalText(INSTANT, args.zone), args.zone)).toBe(INSTANT);
    await expect(fromLocalText('2026-03-02T', args.zone)).toBeUndefined();
    await expect(toLocalText('never', args.zone)).toBe('');
  },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
