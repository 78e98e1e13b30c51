import { Button, Card, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { PasswordField, SignInNameField } from './account-fields.tsx';
import { ProblemAlert } from './problem-alert.tsx';

export type Credentials = { readonly name: string; readonly password: string };

type Props = {
  readonly onSignIn: (credentials: Credentials) => void;
  readonly busy?: boolean;
  readonly problem?: string | undefined;
  /** Invented accounts to choose from, in demonstration only. */
  readonly demo?:
    | {
        readonly password: string;
        readonly accounts: readonly { readonly name: string; readonly displayName: string }[];
      }
    | undefined;
};

/** Signs a person in. */
export function SignInView({ onSignIn, busy = false, problem, demo }: Props) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signInButton = useRef<HTMLButtonElement>(null);
  return (
    <Stack maw={440} mx="auto" mt="xl" gap="lg">
      <div>
        <Title order={1} size="h2">
          {t('session.title')}
        </Title>
        <Text c="dimmed">{t('app.tagline')}</Text>
      </div>
      <Card withBorder p="lg">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onSignIn({ name, password });
          }}
        >
          <Stack>
            {problem ? <ProblemAlert>{problem}</ProblemAlert> : null}
            <SignInNameField value={name} onWrite={setName} autoComplete="username" />
            <PasswordField value={password} onWrite={setPassword} autoComplete="current-password" />
            <Button ref={signInButton} type="submit" size="lg" loading={busy}>
              {t('session.signIn')}
            </Button>
          </Stack>
        </form>
      </Card>
      {demo ? (
        <Card
          withBorder
          p="lg"
          component="section"
          className="invented"
          aria-label={t('session.demoAccounts')}
        >
          <Title order={2} size="h4" mb={4}>
            {t('session.demoAccounts')}
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t('session.demoExplain', { password: demo.password })}
          </Text>
          <Stack gap={6}>
            {demo.accounts.map((account) => (
              <UnstyledButton
                key={account.name}
                className="choice"
                onClick={() => {
                  setName(account.name);
                  setPassword(demo.password);
                  signInButton.current?.focus();
                }}
              >
                <span>
                  {account.displayName}
                  <small>{account.name}</small>
                </span>
              </UnstyledButton>
            ))}
          </Stack>
        </Card>
      ) : null}
    </Stack>
  );
}
