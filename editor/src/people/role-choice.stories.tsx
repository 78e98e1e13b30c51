import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { samplePack } from '../fixtures/sample-pack.ts';
import { reportingRoles } from './reporting-roles.ts';
import { RoleChoice } from './role-choice.tsx';

const groups = reportingRoles([samplePack().roles]);

const meta = {
  component: RoleChoice,
  args: { groups, chosen: ['supervisor'], onChoose: fn() },
} satisfies Meta<typeof RoleChoice>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {
  play: async ({ args, canvas }) => {
    await expect(canvas.queryByRole('group', { name: 'Famille' })).toBeNull();
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Administration du service' }));
    await expect(args.onChoose).toHaveBeenCalledWith(['supervisor', 'administrator']);
    await expect(canvas.getByRole('checkbox', { name: 'Rédaction des procédures' })).toBeVisible();
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Publication des procédures' }));
    await expect(args.onChoose).toHaveBeenLastCalledWith(['supervisor', 'publisher']);
  },
};
export const LongText: Story = {
  args: {
    groups: groups.map((group) => ({
      ...group,
      roles: group.roles.map((role) => ({ ...role, label: { fr: LONG } })),
    })),
  },
};
export const NoProcedure: Story = { args: { groups: [] } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
