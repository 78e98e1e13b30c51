import { Badge, Card, Code, Stack, Text } from '@mantine/core';
import type { Finding } from '@parcours/engine';
import { IconAlertCircle, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { usePackIfAny } from '../pack/pack-context.tsx';
import { useWords } from '../words/use-words.ts';

const LOOKS = {
  error: { color: 'red', Icon: IconAlertCircle },
  warning: { color: 'orange', Icon: IconAlertTriangle },
  info: { color: 'gray', Icon: IconInfoCircle },
} as const;

const ORDER = ['error', 'warning', 'info'] as const;

/** What is wrong with a procedure, gravest first, each with the place it speaks of. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const { t, say, i18n } = useWords();
  const pack = usePackIfAny();
  if (findings.length === 0) return <Text c="dimmed">{t('procedures.noFindings')}</Text>;
  const gravest = [...findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  /** Ids of parameters and steps by their labels. */
  const named = (parameters: Finding['parameters']) =>
    Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => {
        const label =
          pack?.parameters[value]?.label ?? pack?.facts[value]?.label ?? pack?.steps[value]?.title;
        return [name, label ? say(label) : value];
      }),
    );
  const words = (finding: Finding) => {
    const code = finding.code.replaceAll('.', '_');
    // A value in a story is told as in a form; checks that have no words here yet, in the engine's own.
    const key = [`finding.${code}`, `invalid.${code}`].find((each) => i18n.exists(each));
    return key ? t(key as 'app.failed', named(finding.parameters)) : finding.message;
  };
  return (
    <Stack gap="sm">
      {gravest.map((finding) => {
        const { color, Icon } = LOOKS[finding.severity];
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
                <Text>{words(finding)}</Text>
                {finding.parameters['guideline'] === undefined ? null : (
                  <Text size="sm" c="dimmed">
                    {t('procedures.guideline', { value: finding.parameters['guideline'] })}
                  </Text>
                )}
                <Code style={{ overflowWrap: 'anywhere', alignSelf: 'flex-start' }}>{finding.path}</Code>
              </Stack>
            </Stack>
          </Card>
        );
      })}
    </Stack>
  );
}
