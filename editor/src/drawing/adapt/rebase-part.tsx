import { Alert, Button, Card, Group, Radio, Stack, Text } from '@mantine/core';
import type { Choice, Conflict } from '@parcours/engine';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { useErrorWords } from '../../session/error-words.ts';
import { useIsSaved, useOpenDraft } from '../desk/desk-context.ts';
import { useDrawingState } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { useLayOver, useNewerBase } from './use-rebase.ts';
import { WayTo } from './way-to.tsx';

/** Follows the base to its version in effect: for a draft of the service. */
export function RebasePart() {
  const { t } = useDrawingWords();
  const draft = useOpenDraft();
  const isSaved = useIsSaved();
  return draft ? (
    <RebaseOfDraft id={draft.id} isSaved={isSaved} />
  ) : (
    <Text c="dimmed">{t('adapt.current')}</Text>
  );
}

function RebaseOfDraft({ id, isSaved }: { id: string; isSaved: boolean }) {
  const { t } = useDrawingWords();
  const words = useErrorWords();
  const newer = useNewerBase(id);
  const layOver = useLayOver(id);
  if (newer.data === null) return <Text c="dimmed">{t('adapt.current')}</Text>;
  if (!newer.data) return newer.error ? <Alert color="red">{words(newer.error)}</Alert> : null;
  const { from, onto, conflicts } = newer.data;
  return (
    <Stack gap="md">
      {layOver.error ? (
        <Alert color="red" role="alert">
          {words(layOver.error)}
        </Alert>
      ) : null}
      <RebaseAssistant
        from={from.version}
        onto={onto.version}
        conflicts={conflicts}
        isBusy={layOver.isPending}
        isSaved={isSaved}
        onSettled={(choices) => layOver.mutate({ onto: onto.hash, choices })}
      />
    </Stack>
  );
}

type Props = {
  readonly from: string;
  readonly onto: string;
  readonly conflicts: readonly Pick<Conflict, 'path' | 'words'>[];
  readonly isBusy?: boolean;
  readonly isSaved?: boolean;
  readonly onSettled: (choices: Readonly<Record<string, Choice>>) => void;
};

/** What both changed, one by one in words; only when every one is settled does the adaptation lie over the new base. */
export function RebaseAssistant({ from, onto, conflicts, isBusy = false, isSaved = true, onSettled }: Props) {
  const { t, language } = useDrawingWords();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const left = conflicts.filter(({ path }) => choices[path] === undefined).length;
  return (
    <Stack gap="md" maw={900}>
      <Text>{t('adapt.newer', { from, to: onto })}</Text>
      <Text fw={600}>
        {conflicts.length === 0 ? t('adapt.noConflicts') : t('adapt.conflicts', { count: conflicts.length })}
      </Text>
      {conflicts.map(({ path, words }) => (
        <Card key={path} withBorder p="md" component="article" data-conflict={path}>
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <Radio.Group
              label={<bdi>{words[language]}</bdi>}
              value={choices[path] ?? ''}
              onChange={(choice) => setChoices({ ...choices, [path]: choice as Choice })}
            >
              <Group mt="sm" gap="lg">
                {(['ours', 'theirs'] as const).map((choice) => (
                  <Radio key={choice} value={choice} label={t(`adapt.${choice}`)} disabled={isReadOnly} />
                ))}
              </Group>
            </Radio.Group>
            <WayTo path={path} />
          </Group>
        </Card>
      ))}
      <Group>
        <Button
          mih={44}
          loading={isBusy}
          disabled={left > 0 || isReadOnly || !isSaved}
          leftSection={<IconArrowsExchange size={18} aria-hidden />}
          onClick={() => onSettled(choices)}
        >
          {t('adapt.settle')}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {left > 0 ? t('adapt.left', { count: left }) : isSaved ? '' : t('adapt.unsaved')}
        </Text>
      </Group>
    </Stack>
  );
}
