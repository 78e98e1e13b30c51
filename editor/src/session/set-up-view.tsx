import { Alert, Button, Card, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../words/use-words.ts';

export type FirstAdministrator = {
  readonly code: string;
  readonly name: string;
  readonly displayName: string;
  readonly password: string;
  readonly agency: string;
};

type Props = {
  readonly onCreate: (administrator: FirstAdministrator) => void;
  readonly busy?: boolean;
  readonly problem?: string | undefined;
};

const BLANK: FirstAdministrator = { code: '', name: '', displayName: '', password: '', agency: '' };

/** Makes the first administrator, for whoever can read the terminal. */
export function SetUpView({ onCreate, busy = false, problem }: Props) {
  const { t } = useWords();
  const [typed, setTyped] = useState(BLANK);
  const write = (part: Partial<FirstAdministrator>) => setTyped((before) => ({ ...before, ...part }));
  return (
    <Stack maw={480} mx="auto" mt="xl" gap="lg">
      <div>
        <Title order={1} size="h2">
          {t('session.setupTitle')}
        </Title>
        <Text c="dimmed">{t('session.setupExplain')}</Text>
      </div>
      <Card withBorder p="lg">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onCreate(typed);
          }}
        >
          <Stack>
            {problem ? (
              <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert">
                {problem}
              </Alert>
            ) : null}
            <TextInput
              label={t('session.code')}
              name="code"
              autoComplete="one-time-code"
              required
              value={typed.code}
              onChange={(event) => write({ code: event.currentTarget.value })}
              styles={{ input: { fontFamily: 'monospace', letterSpacing: 2 } }}
            />
            <TextInput
              label={t('session.displayName')}
              name="displayName"
              autoComplete="name"
              required
              value={typed.displayName}
              onChange={(event) => write({ displayName: event.currentTarget.value })}
            />
            <TextInput
              label={t('session.agency')}
              name="agency"
              value={typed.agency}
              onChange={(event) => write({ agency: event.currentTarget.value })}
            />
            <TextInput
              label={t('session.name')}
              name="name"
              autoComplete="username"
              autoCapitalize="none"
              required
              value={typed.name}
              onChange={(event) => write({ name: event.currentTarget.value })}
            />
            <PasswordInput
              label={t('session.password')}
              visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
              description={t('session.passwordHelp')}
              name="password"
              autoComplete="new-password"
              minLength={12}
              required
              value={typed.password}
              onChange={(event) => write({ password: event.currentTarget.value })}
            />
            <Button type="submit" size="lg" loading={busy}>
              {t('session.create')}
            </Button>
          </Stack>
        </form>
      </Card>
    </Stack>
  );
}
