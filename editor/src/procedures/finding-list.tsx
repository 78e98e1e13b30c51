import { Badge, Card, Code, Stack, Text } from '@mantine/core';
import type { Finding } from '@parcours/engine';
import { IconAlertCircle, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';
import { useFindingWords } from './finding-words.ts';
import { GuidelineNote } from './guideline-note.tsx';
import { usePlaceName } from './use-place-name.ts';

const LOOKS = {
  error: { color: 'red', Icon: IconAlertCircle },
  warning: { color: 'orange', Icon: IconAlertTriangle },
  info: { color: 'gray', Icon: IconInfoCircle },
} as const;

const ORDER = ['error', 'warning', 'info'] as const;

/** What is wrong with a procedure, gravest first, each with the place it speaks of. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const { t } = useWords();
  const words = useFindingWords();
  const placeName = usePlaceName();
  if (findings.length === 0) return <Text c="dimmed">{t('procedures.noFindings')}</Text>;
  const gravest = [...findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return (
    <Stack gap="sm">
      {gravest.map((finding) => {
        const { color, Icon } = LOOKS[finding.severity];
        const place = placeName(finding.path);
        return (
          <Card key={`${finding.code} ${finding.path} ${finding.message}`} withBorder p="md">
            <Stack gap="xs" align="flex-start">
              <Badge
                size="lg"
                color={color}
                className="chip"
                leftSection={<Icon size={16} aria-hidden />}
                style={{ flexShrink: 0 }}
              >
                {t(`severity.${finding.severity}`)}
              </Badge>
              <Stack gap={2} miw={0}>
                {place === undefined ? null : <Text fw={600}>{place}</Text>}
                <Text>{words(finding)}</Text>
                <GuidelineNote finding={finding} />
                {place === undefined ? (
                  <Code style={{ overflowWrap: 'anywhere', alignSelf: 'flex-start' }}>{finding.path}</Code>
                ) : null}
              </Stack>
            </Stack>
          </Card>
        );
      })}
    </Stack>
  );
}
