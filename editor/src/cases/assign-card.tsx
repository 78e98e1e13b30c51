import { Button, Card, Group, Modal, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { AccountList } from '../client.ts';
import { useLabels, usePack } from '../pack/pack-context.tsx';
import { useWords } from '../words/use-words.ts';

type Props = {
  readonly assigned: Readonly<Record<string, string>>;
  /** Whose page this is: nobody gives a function to themselves. */
  readonly me?: string | undefined;
  readonly nameOf: (person: string) => string;
  readonly colleagues: AccountList['accounts'];
  readonly onAssign: (role: string, person: string) => void;
  readonly onOpen: () => void;
  readonly busy?: boolean;
};

/** Who carries each function in this case, and giving one to a colleague. */
export function AssignCard({ assigned, me, nameOf, colleagues, onAssign, onOpen, busy = false }: Props) {
  const { t } = useWords();
  const pack = usePack();
  const labels = useLabels();
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState('');
  const [person, setPerson] = useState('');
  const people = [...new Set(Object.values(assigned))];
  const others = colleagues.filter((account) => account.active && account.id !== me);
  const able = others.filter((account) => account.roles.includes(role));
  const last = Number.MAX_SAFE_INTEGER;
  const offered = Object.entries(pack.roles)
    .filter(([id]) => others.some((account) => account.roles.includes(id)))
    .sort(([, a], [, b]) => (a.order ?? last) - (b.order ?? last))
    .map(([id]) => id);
  return (
    <Card withBorder component="section" aria-label={t('casePage.assigned')}>
      <Group gap="xs" mb="sm">
        <IconUsers size={20} aria-hidden />
        <Title order={3} size="h5">
          {t('casePage.assigned')}
        </Title>
      </Group>
      <Stack gap={6}>
        {people.map((account) => (
          <details key={account}>
            <summary>{nameOf(account)}</summary>
            <Text size="sm" c="dimmed">
              {Object.keys(assigned)
                .filter((id) => assigned[id] === account)
                .map(labels.role)
                .join(', ')}
            </Text>
          </details>
        ))}
        <Button
          variant="default"
          mt="xs"
          onClick={() => {
            onOpen();
            setOpen(true);
          }}
        >
          {t('casePage.assign')}
        </Button>
      </Stack>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t('casePage.assign')}
        closeButtonProps={{ 'aria-label': t('act.close') }}
      >
        <Stack>
          <NativeSelect
            label={t('people.roles')}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value)}
          >
            <option value="">–</option>
            {offered.map((id) => (
              <option key={id} value={id}>
                {labels.role(id)}
              </option>
            ))}
          </NativeSelect>
          <NativeSelect
            label={t('casePage.assigned')}
            description={role !== '' && able.length === 0 ? t('casePage.nobodyElse') : undefined}
            value={person}
            onChange={(event) => setPerson(event.currentTarget.value)}
          >
            <option value="">–</option>
            {able.map((account) => (
              <option key={account.id} value={account.id}>
                {account.displayName}
              </option>
            ))}
          </NativeSelect>
          <Button
            loading={busy}
            disabled={role === '' || !able.some((account) => account.id === person)}
            onClick={() => {
              onAssign(role, person);
              setPerson('');
              setOpen(false);
            }}
          >
            {t('casePage.assign')}
          </Button>
        </Stack>
      </Modal>
    </Card>
  );
}
