import { Button, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core';
import type { FactValue } from '@parcours/engine';
import { useState } from 'react';
import { FactField } from '../forms/fact-field.tsx';
import { useValueWords } from '../forms/value-words.ts';
import { useLabels, usePack } from '../pack/pack-context.tsx';
import { useWords } from '../words/use-words.ts';
import { type Trouble, TroubleAlert } from './trouble.tsx';

export type Correction = {
  readonly fact: string;
  readonly value: FactValue | undefined;
  readonly reason: string;
};

type Props = {
  readonly fact: string;
  readonly recorded: FactValue;
  readonly errors?: Readonly<Record<string, string>>;
  readonly onClose: () => void;
  /** Without a value the fact was wrong and is now unknown. */
  readonly onSend: (correction: Correction) => void;
  readonly sending?: boolean;
  readonly trouble?: Trouble | undefined;
};

/** Corrects a recorded fact, or says that it is not known after all. History keeps what was there. */
export function CorrectDialog({
  fact,
  recorded,
  errors = {},
  onClose,
  onSend,
  sending = false,
  trouble,
}: Props) {
  const { t } = useWords();
  const labels = useLabels();
  const pack = usePack();
  const words = useValueWords();
  const [kind, setKind] = useState('value');
  const [value, setValue] = useState<FactValue | undefined>(
    pack.facts[fact]?.type === 'records' ? recorded : undefined,
  );
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const ready = reason.trim() !== '' && (kind === 'unknown' || value !== undefined);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('correct.title', { fact: labels.fact(fact) })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Stack gap="md">
        <Text>
          {t('correct.now')} <b>{words(pack.facts[fact], recorded)}</b>
        </Text>
        <Text size="sm" c="dimmed">
          {t('correct.explain')}
        </Text>
        <Radio.Group value={kind} onChange={setKind} aria-label={t('correct.how')}>
          <Stack gap={6}>
            <Radio.Card value="value" className="choice" aria-label={t('correct.value')}>
              <Radio.Indicator /> <span>{t('correct.value')}</span>
            </Radio.Card>
            <Radio.Card value="unknown" className="choice" aria-label={t('correct.unknown')}>
              <Radio.Indicator /> <span>{t('correct.unknown')}</span>
            </Radio.Card>
          </Stack>
        </Radio.Group>
        {kind === 'value' ? (
          <FactField
            fact={fact}
            value={value}
            onChange={setValue}
            error={errors[fact] ?? (tried && value === undefined ? t('report.required') : undefined)}
          />
        ) : null}
        <Textarea
          label={t('report.reason')}
          withAsterisk
          value={reason}
          error={tried && reason.trim() === '' ? t('report.required') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {trouble ? <TroubleAlert trouble={trouble} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('act.cancel')}
          </Button>
          <Button
            loading={sending}
            onClick={() => {
              setTried(true);
              if (ready)
                onSend({ fact, value: kind === 'unknown' ? undefined : value, reason: reason.trim() });
            }}
          >
            {t('correct.send')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
