import { Button, Card, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { AccountFields, type TypedAccount } from './account-fields.tsx';
import { ProblemAlert } from './problem-alert.tsx';

/** An account, and the code of the terminal that lets it be the first. */
export type FirstAdministrator = TypedAccount & { readonly code: string };

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
            {problem ? <ProblemAlert>{problem}</ProblemAlert> : null}
            <TextInput
              label={t('session.code')}
              name="code"
              autoComplete="one-time-code"
              required
              value={typed.code}
              onChange={(event) => write({ code: event.currentTarget.value })}
              styles={{ input: { fontFamily: 'monospace', letterSpacing: 2 } }}
            />
            <AccountFields typed={typed} onWrite={write} own />
            <Button type="submit" size="lg" loading={busy}>
              {t('session.create')}
            </Button>
          </Stack>
        </form>
      </Card>
    </Stack>
  );
}
