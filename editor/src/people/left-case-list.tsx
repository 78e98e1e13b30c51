import { Button, Card, Group, Text as Line, Stack } from '@mantine/core';
import type { Text } from '@parcours/engine';
import { IconFolderCheck } from '@tabler/icons-react';
import type { LeftCase } from '../client.ts';
import { useHeadingTerms } from '../pack/use-terms.ts';
import { useWords } from '../words/use-words.ts';

type Props = {
  readonly cases: readonly LeftCase[];
  /** Titles of procedures, by id. */
  readonly titles: ReadonlyMap<string, Text>;
  readonly onHandOver: (left: LeftCase) => void;
};

/** Each case that nobody carries: where it is, and nothing of what it holds. */
export function LeftCaseList({ cases, titles, onHandOver }: Props) {
  const { t, say } = useWords();
  const heading = useHeadingTerms();
  if (cases.length === 0) {
    return (
      <Stack align="center" gap="xs" py="xl">
        <IconFolderCheck size={40} stroke={1.4} aria-hidden />
        <Line fw={600}>{t('leftCases.empty')}</Line>
      </Stack>
    );
  }
  return (
    <Stack gap="sm">
      {cases.map((left) => (
        <Card key={left.case} withBorder p="md" data-left={left.case}>
          <Group justify="space-between" gap="sm">
            <div>
              <Line fw={650}>
                {t('cases.reference', { case: heading('case'), reference: left.reference })}
              </Line>
              <Line size="sm" c="dimmed">
                {[
                  say(titles.get(left.pack), left.pack),
                  left.agency ? t('leftCases.agency', { agency: left.agency }) : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Line>
            </div>
            <Button
              aria-label={t('leftCases.handOverNamed', { reference: left.reference })}
              onClick={() => onHandOver(left)}
            >
              {t('leftCases.handOver')}
            </Button>
          </Group>
        </Card>
      ))}
    </Stack>
  );
}
