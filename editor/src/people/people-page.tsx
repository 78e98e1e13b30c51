import {
  Alert,
  Badge,
  Button,
  Card,
  Checkbox,
  Group,
  PasswordInput,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import type { Text as Words } from '@parcours/engine';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useColleagues } from '../cases/use-cases.ts';
import { client } from '../client.ts';
import { useProcedures } from '../procedures/use-procedures.ts';
import { answerOf } from '../session/api-error.ts';
import { useErrorWords } from '../session/error-words.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { useToast } from '../shell/toast.ts';
import { useWords } from '../words/use-words.ts';

const ADMINISTRATOR = 'administrator';

type RoleWords = ReadonlyMap<string, Words>;

/** The roles that people of the service may hold: those of every procedure that report. */
function useRoleWords(): RoleWords {
  const packs = useProcedures();
  const procedures = useQueries({
    queries: (packs.data?.packs ?? []).map(({ id }) => ({
      queryKey: ['packs', id],
      queryFn: () => answerOf(client.api.packs[':id'].$get({ param: { id } })),
      staleTime: 5 * 60_000,
    })),
  });
  const roles = procedures.flatMap(({ data }) => Object.entries(data?.pack?.roles ?? {}));
  return new Map(roles.filter(([, role]) => role.reports !== false).map(([id, role]) => [id, role.label]));
}

/** The accounts of the service, for who administers it. */
export function PeoplePage() {
  const { t, say } = useWords();
  const accounts = useColleagues(true);
  const roles = useRoleWords();
  return (
    <Page title={t('people.title')} subtitle={t('people.explain')} width={900}>
      <NewAccount roles={roles} />
      <Loaded query={accounts}>
        {(list) => (
          <Stack gap="sm">
            {list.accounts.map((account) => (
              <Card key={account.id} withBorder p="md" data-account={account.id}>
                <Group justify="space-between">
                  <Text fw={600}>{account.displayName}</Text>
                  {account.active ? null : <Badge color="gray">{t('people.inactive')}</Badge>}
                </Group>
                <Text size="sm" c="dimmed">
                  {account.roles
                    .map((id) => (id === ADMINISTRATOR ? t('people.administrator') : say(roles.get(id), id)))
                    .join(', ')}
                </Text>
              </Card>
            ))}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

const BLANK = { name: '', displayName: '', password: '', agency: '', roles: [] as string[] };

function NewAccount({ roles }: { roles: RoleWords }) {
  const { t, say } = useWords();
  const toast = useToast();
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const [typed, setTyped] = useState(BLANK);
  const write = (part: Partial<typeof BLANK>) => setTyped((before) => ({ ...before, ...part }));
  const create = useMutation({
    mutationFn: () => answerOf(client.api.accounts.$post({ json: { ...typed, sector: '', place: '' } })),
    onSuccess: () => {
      setTyped(BLANK);
      toast(t('people.created'));
      void queries.invalidateQueries({ queryKey: ['accounts'] });
    },
  });
  return (
    <Card withBorder p="lg">
      <Title order={2} size="h4" mb="sm">
        {t('people.add')}
      </Title>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              label={t('people.displayName')}
              name="displayName"
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
              autoComplete="off"
              autoCapitalize="none"
              required
              value={typed.name}
              onChange={(event) => write({ name: event.currentTarget.value })}
            />
            <PasswordInput
              label={t('session.password')}
              description={t('session.passwordHelp')}
              name="password"
              autoComplete="new-password"
              minLength={12}
              required
              value={typed.password}
              onChange={(event) => write({ password: event.currentTarget.value })}
            />
          </SimpleGrid>
          <Checkbox.Group
            label={t('people.roles')}
            value={typed.roles}
            onChange={(chosen) => write({ roles: chosen })}
          >
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt="xs">
              <Checkbox value={ADMINISTRATOR} label={t('people.administrator')} className="tick" />
              {[...roles].map(([id, label]) => (
                <Checkbox key={id} value={id} label={say(label, id)} className="tick" />
              ))}
            </SimpleGrid>
          </Checkbox.Group>
          {create.error ? (
            <Alert color="red" role="alert">
              {errorWords(create.error)}
            </Alert>
          ) : null}
          <Button
            type="submit"
            loading={create.isPending}
            leftSection={<IconUserPlus size={20} aria-hidden />}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('people.add')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
