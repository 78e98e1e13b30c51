import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import type { FactValue } from '@parcours/engine';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { FactField } from '../forms/fact-field.tsx';
import type { Answers } from '../forms/fact-form.tsx';
import { useWords } from '../words/use-words.ts';
import { type Trouble, TroubleAlert } from './trouble.tsx';

type Props = {
  readonly title: string;
  readonly explain?: string;
  readonly facts: readonly string[];
  readonly errors?: Readonly<Record<string, string>>;
  readonly onClose: () => void;
  readonly onSend: (answers: Answers, reason: string) => void;
  readonly sending?: boolean;
  readonly trouble?: Trouble | undefined;
};

/** Asks for a few facts outside the form of the step, and records them at once: danger seen, a door's question. */
export function RecordDialog({
  title,
  explain,
  facts,
  errors = {},
  onClose,
  onSend,
  sending = false,
  trouble,
}: Props) {
  const { t } = useWords();
  const [answers, setAnswers] = useState<Answers>({});
  const [reason, setReason] = useState('');
  const answer = (fact: string, value: FactValue | undefined) =>
    setAnswers(({ [fact]: _, ...rest }) => (value === undefined ? rest : { ...rest, [fact]: value }));
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Stack gap="lg">
        {explain ? (
          <Alert color="lagoon" icon={<IconInfoCircle aria-hidden />}>
            <Text size="sm">{explain}</Text>
          </Alert>
        ) : null}
        {facts.map((fact) => (
          <FactField
            key={fact}
            fact={fact}
            value={answers[fact]}
            onChange={(value) => answer(fact, value)}
            error={errors[fact]}
          />
        ))}
        <Textarea
          label={t('report.reasonOptional')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {trouble ? <TroubleAlert trouble={trouble} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('act.cancel')}
          </Button>
          <Button
            onClick={() => onSend(answers, reason.trim())}
            loading={sending}
            disabled={Object.keys(answers).length === 0}
          >
            {t('act.record')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
