import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { SetUpView } from './set-up-view.tsx';
import { SignInView } from './sign-in-view.tsx';

const meta = { title: 'session/door' } satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

const onSignIn = fn();

export const SignIn: Story = {
  render: () => <SignInView onSignIn={onSignIn} />,
  play: async ({ canvas, canvasElement }) => {
    onSignIn.mockClear();
    await userEvent.type(canvas.getByRole('textbox', { name: /Nom d’utilisateur/ }), 'amina');
    await userEvent.type(canvasElement.querySelector('input[name="password"]')!, 'un long mot de passe');
    await userEvent.click(canvas.getByRole('button', { name: 'Se connecter' }));
    await expect(onSignIn).toHaveBeenCalledWith({ name: 'amina', password: 'un long mot de passe' });
  },
};
export const SignInRefused: Story = {
  render: () => <SignInView onSignIn={fn()} problem="Le nom ou le mot de passe ne convient pas." />,
};
const demo = {
  password: 'demo-invente',
  accounts: [
    { name: 'demo.social', displayName: 'Awa (personnage fictif), action sociale' },
    { name: 'demo.justice', displayName: 'Julio (personnage fictif), justice' },
  ],
};
export const DemonstrationFillsAnInventedPerson: Story = {
  render: () => <SignInView onSignIn={onSignIn} demo={demo} />,
  play: async ({ canvas }) => {
    onSignIn.mockClear();
    await userEvent.click(canvas.getByRole('button', { name: /Julio/ }));
    await expect(canvas.getByRole('button', { name: 'Se connecter' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(onSignIn).toHaveBeenCalledWith({ name: 'demo.justice', password: 'demo-invente' });
  },
};
export const DemonstrationDark: Story = {
  render: () => <SignInView onSignIn={fn()} demo={demo} />,
  globals: { scheme: 'dark' },
};
export const SetUp: Story = { render: () => <SetUpView onCreate={fn()} /> };
export const SetUpRefused: Story = {
  render: () => <SetUpView onCreate={fn()} problem="Ce code n’est pas celui du terminal." />,
};
export const Dark: Story = { render: () => <SignInView onSignIn={fn()} />, globals: { scheme: 'dark' } };
export const RightToLeft: Story = {
  render: () => <SignInView onSignIn={fn()} />,
  globals: { direction: 'rtl' },
};
