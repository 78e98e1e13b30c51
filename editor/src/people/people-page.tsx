import { Badge, Button, Card, Group, NativeSelect, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useColleagues } from '../cases/use-cases.ts';
import { client } from '../client.ts';
import { SECTOR_NAMES, type SectorName } from '../pack/sector.tsx';
import { procedureQuery, useProcedures } from '../procedures/use-procedures.ts';
import { AccountFields } from '../session/account-fields.tsx';
import { answerOf } from '../session/api-error.ts';
import { useErrorWords } from '../session/error-words.ts';
import { ProblemAlert } from '../session/problem-alert.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { useToast } from '../shell/toast.ts';
import { useWords } from '../words/use-words.ts';
import { type RoleGroup, reportingRoles, roleLabels } from './reporting-roles.ts';
import { isServiceRole, RoleChoice } from './role-choice.tsx';

/** The roles of every procedure, as far as they are loaded; those of a common base before national ones. */
function useRolesOfProcedures(): readonly Pack['roles'][] {
  const packs = useProcedures();
  const baseFirst = [...(packs.data?.packs ?? [])].sort((a, b) => a.chain.length - b.chain.length);
  const procedures = useQueries({
    queries: baseFirst.map(({ id }) => procedureQuery(id)),
  });
  return procedures.flatMap(({ data }) => (data?.pack ? [data.pack.roles] : []));
}

/** The accounts of the service, for who administers it. */
export function PeoplePage() {
  const { t, say } = useWords();
  const accounts = useColleagues(true);
  const roles = useRolesOfProcedures();
  const labels = roleLabels(roles);
  const order = [...labels.keys()];
  const placeOf = (id: string) => order.indexOf(id);
  return (
    <Page title={t('people.title')} subtitle={t('people.explain')} width={900}>
      <NewAccount groups={reportingRoles(roles)} />
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
                  {isSector(account.sector) ? `${t(`sector.${account.sector}`)} · ` : ''}
                  {[...account.roles]
                    .sort((a, b) => placeOf(a) - placeOf(b))
                    .map((id) => (isServiceRole(id) ? t(`people.${id}`) : say(labels.get(id), id)))
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

const BLANK = { name: '', displayName: '', password: '', agency: '', sector: '', roles: [] as string[] };

/** Somebody approves a procedure for their sector; relatives and children do not. */
const SECTORS = SECTOR_NAMES.filter((sector) => sector !== 'family' && sector !== 'child');

const isSector = (sector: string): sector is SectorName =>
  (SECTOR_NAMES as readonly string[]).includes(sector);

function NewAccount({ groups }: { groups: readonly RoleGroup[] }) {
  const { t } = useWords();
  const toast = useToast();
  const queries = useQueryClient();
  const errorWords = useErrorWords();
  const [typed, setTyped] = useState(BLANK);
  const write = (part: Partial<typeof BLANK>) => setTyped((before) => ({ ...before, ...part }));
  const create = useMutation({
    mutationFn: () => answerOf(client.api.accounts.$post({ json: { ...typed, place: '' } })),
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
            <AccountFields typed={typed} onWrite={write} own={false} />
            <NativeSelect
              label={t('people.sector')}
              value={typed.sector}
              onChange={(event) => write({ sector: event.currentTarget.value })}
              data={[
                { value: '', label: t('people.noSector') },
                ...SECTORS.map((sector) => ({ value: sector, label: t(`sector.${sector}`) })),
              ]}
            />
          </SimpleGrid>
          <RoleChoice groups={groups} chosen={typed.roles} onChoose={(chosen) => write({ roles: chosen })} />
          {create.error ? <ProblemAlert>{errorWords(create.error)}</ProblemAlert> : null}
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
