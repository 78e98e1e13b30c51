import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { AccountList, LeftCase } from '../client.ts';
import { ProblemAlert } from '../session/problem-alert.tsx';
import { useWords } from '../words/use-words.ts';

export type HandOver = { readonly role: string; readonly person: string; readonly reason: string };

type Props = {
  readonly left: LeftCase;
  /** Accounts it may be given to. */
  readonly people: AccountList['accounts'];
  readonly onClose: () => void;
  readonly onSend: (given: HandOver) => void;
  readonly sending?: boolean;
  readonly problem?: string | undefined;
};

/** Gives a case that nobody carries to somebody, in a role they hold, with a reason. */
export function HandOverDialog({ left, people, onClose, onSend, sending = false, problem }: Props) {
  const { t, say } = useWords();
  const [role, setRole] = useState('');
  const [person, setPerson] = useState('');
  const [reason, setReason] = useState('');
  const able = people.filter((account) => account.active && account.roles.includes(role));
  const roles = Object.entries(left.roles).filter(([id]) =>
    people.some((account) => account.active && account.roles.includes(id)),
  );
  const ready = able.some(({ id }) => id === person) && reason.trim() !== '';
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('leftCases.handOverNamed', { reference: left.reference })}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Stack>
        {roles.length === 0 ? <Text>{t('leftCases.nobody')}</Text> : null}
        <NativeSelect
          label={t('leftCases.role')}
          withAsterisk
          value={role}
          onChange={(event) => setRole(event.currentTarget.value)}
        >
          <option value="">–</option>
          {roles.map(([id, label]) => (
            <option key={id} value={id}>
              {say(label, id)}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          label={t('leftCases.person')}
          withAsterisk
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
        <Textarea
          label={t('leftCases.reason')}
          withAsterisk
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {problem ? <ProblemAlert>{problem}</ProblemAlert> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('act.cancel')}
          </Button>
          <Button
            disabled={!ready}
            loading={sending}
            onClick={() => onSend({ role, person, reason: reason.trim() })}
          >
            {t('leftCases.handOver')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
