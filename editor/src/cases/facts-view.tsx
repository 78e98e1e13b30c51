import { Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import type { CaseFile, FactValue } from '@parcours/engine';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useValueWords } from '../forms/value-words.ts';
import { useLabels, usePack } from '../pack/pack-context.tsx';
import { useMoments } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';

type Props = {
  readonly facts: CaseFile['facts'];
  readonly nameOf?: (person: string) => string;
  readonly onCorrect?: (fact: string, value: FactValue) => void;
};

/** Everything recorded about the case, found by its words, each with who recorded it and a way to correct it. */
export function FactsView({ facts, nameOf = (person) => person, onCorrect }: Props) {
  const { t } = useWords();
  const labels = useLabels();
  const pack = usePack();
  const words = useValueWords();
  const moments = useMoments();
  const [wanted, setWanted] = useState('');
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const rows = Object.entries(facts)
    .filter(([fact]) => plain(labels.fact(fact)).includes(plain(wanted)))
    .sort(([a], [b]) => labels.fact(a).localeCompare(labels.fact(b)));
  return (
    <Stack>
      <TextInput
        label={t('facts.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        maw={420}
      />
      {rows.length === 0 ? <Text c="dimmed">{t('facts.none')}</Text> : null}
      {rows.map(([fact, recorded]) => (
        <Card key={fact} withBorder p="sm" data-recorded={fact}>
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div>
              <Text size="sm" c="dimmed">
                {labels.fact(fact)}
              </Text>
              <Text fw={600}>{words(pack.facts[fact], recorded.value)}</Text>
              <Text size="sm" c="dimmed">
                {t('facts.recorded', { who: nameOf(recorded.by), when: moments.moment(recorded.at) })}
              </Text>
            </div>
            {onCorrect && pack.facts[fact]?.derive === undefined ? (
              <Button
                variant="default"
                size="sm"
                style={{ flexShrink: 0 }}
                aria-label={`${t('act.correct')} : ${labels.fact(fact)}`}
                onClick={() => onCorrect(fact, recorded.value)}
              >
                {t('act.correct')}
              </Button>
            ) : null}
          </Group>
        </Card>
      ))}
    </Stack>
  );
}
