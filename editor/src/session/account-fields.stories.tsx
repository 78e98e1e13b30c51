import { Stack } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { AccountFields, PasswordField, SignInNameField, type TypedAccount } from './account-fields.tsx';

const BLANK: TypedAccount = { name: '', displayName: '', password: '', agency: '' };

/** The fields with what is typed in them, as a form keeps it. */
function Held({ typed: first, onWrite, own }: Parameters<typeof AccountFields>[0]) {
  const [typed, setTyped] = useState(first);
  return (
    <Stack>
      <AccountFields
        typed={typed}
        own={own}
        onWrite={(part) => {
          setTyped((before) => ({ ...before, ...part }));
          onWrite(part);
        }}
      />
    </Stack>
  );
}

const meta = {
  component: AccountFields,
  render: (args) => <Held {...args} />,
  args: { typed: BLANK, onWrite: fn(), own: true },
} satisfies Meta<typeof AccountFields>;
export default meta;
type Story = StoryObj<typeof meta>;

export const OnesOwn: Story = {
  play: async ({ canvas, canvasElement, args }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: /Nom d’utilisateur/ }), 'nour');
    await expect(args.onWrite).toHaveBeenLastCalledWith({ name: 'nour' });
    await expect(canvas.getByRole('textbox', { name: /Nom d’utilisateur/ })).toHaveAttribute(
      'autocomplete',
      'username',
    );
    const password = canvasElement.querySelector('input[name="password"]');
    await expect(password).toHaveAttribute('minlength', '12');
    await expect(password).toHaveAttribute('type', 'password');
    await userEvent.click(canvas.getByRole('button', { name: 'Montrer ou cacher le mot de passe' }));
    await expect(password).toHaveAttribute('type', 'text');
  },
};
export const ForAnotherPerson: Story = {
  args: { own: false },
  play: async ({ canvas }) => {
    // The browser must not fill in the administrator's own name.
    await expect(canvas.getByRole('textbox', { name: /Nom d’utilisateur/ })).toHaveAttribute(
      'autocomplete',
      'off',
    );
    await expect(canvas.getByRole('textbox', { name: /tel que ses collègues/ })).toBeVisible();
  },
};
export const Filled: Story = {
  args: { typed: { name: 'nour', displayName: 'Nour', password: 'un long mot de passe', agency: 'Service' } },
};
export const LongText: Story = { args: { typed: { ...BLANK, displayName: LONG, agency: LONG } } };
export const SignInName: Story = {
  render: () => <SignInNameField value="amina" onWrite={fn()} autoComplete="username" />,
};
export const CurrentPassword: Story = {
  render: () => <PasswordField value="" onWrite={fn()} autoComplete="current-password" />,
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.queryByText('Douze caractères au moins.')).toBeNull();
    await expect(canvasElement.querySelector('input')).not.toHaveAttribute('minlength');
  },
};
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
