import { Button, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { Finding, Severity } from '@parcours/engine';
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { DrawingFindings } from './drawing-findings.ts';
import { ToDoCard } from './to-do-card.tsx';

const LOOKS = {
  error: { color: 'red', Icon: IconAlertCircle },
  warning: { color: 'orange', Icon: IconAlertTriangle },
  info: { color: 'gray', Icon: IconInfoCircle },
} as const;

/** So many of one kind are shown at once. */
const SHOWN = 3;
const MORE = 30;

type Props = Pick<DrawingFindings, 'all' | 'verdicts' | 'isChecked'>;

/** What is left to do, gravest first, the same kind together. */
export function ToDoList({ all, verdicts, isChecked }: Props) {
  const { t } = useDrawingWords();
  if (all.length === 0 && isChecked) {
    return (
      <Group gap="sm">
        <ThemeIcon color="green" variant="light" size={44} radius="xl">
          <IconCircleCheck size={26} aria-hidden />
        </ThemeIcon>
        <Text>{t('findings.nothing')}</Text>
      </Group>
    );
  }
  return (
    <Stack gap="xl">
      {(['error', 'warning', 'info'] as const).map((severity) => (
        <ToDoGroup
          key={severity}
          severity={severity}
          findings={all.filter((each) => each.severity === severity)}
          verdicts={verdicts}
        />
      ))}
    </Stack>
  );
}

function ToDoGroup({
  severity,
  findings,
  verdicts,
}: {
  severity: Severity;
  findings: readonly Finding[];
  verdicts: Props['verdicts'];
}) {
  const { t } = useDrawingWords();
  if (findings.length === 0) return null;
  const { color, Icon } = LOOKS[severity];
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings) kinds.set(finding.code, [...(kinds.get(finding.code) ?? []), finding]);
  return (
    <section aria-labelledby={`todo-${severity}`} data-severity={severity}>
      <Group gap="xs" wrap="nowrap" align="flex-start" mb="sm">
        <ThemeIcon color={color} variant="light" size={32} radius="xl">
          <Icon size={20} aria-hidden />
        </ThemeIcon>
        <div>
          <Title order={2} size="h4" id={`todo-${severity}`}>
            {t(`findings.groups.${severity}`)} ({findings.length})
          </Title>
          <Text size="sm" c="dimmed">
            {t(`findings.explain.${severity}`)}
          </Text>
        </div>
      </Group>
      <Stack gap="sm">
        {[...kinds].map(([code, same]) => (
          <SameKind key={code} findings={same} verdicts={verdicts} />
        ))}
      </Stack>
    </section>
  );
}

function SameKind({ findings, verdicts }: { findings: readonly Finding[]; verdicts: Props['verdicts'] }) {
  const { t } = useDrawingWords();
  const [shown, setShown] = useState(SHOWN);
  const hidden = findings.length - shown;
  return (
    <>
      {findings.slice(0, shown).map((finding) => {
        const verdict = verdicts.get(finding.path.split('/')[1] ?? '');
        const isOfSafeguard = finding.code.startsWith('safeguard.');
        return (
          <ToDoCard
            key={`${finding.code} ${finding.path}`}
            finding={finding}
            {...(isOfSafeguard && verdict && { verdict })}
          />
        );
      })}
      {hidden > 0 ? (
        <Button
          variant="subtle"
          mih={44}
          onClick={() => setShown(shown + MORE)}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('findings.more', { count: hidden })}
        </Button>
      ) : null}
      {hidden <= 0 && findings.length > SHOWN ? (
        <Button variant="subtle" mih={44} onClick={() => setShown(SHOWN)} style={{ alignSelf: 'flex-start' }}>
          {t('findings.fewer')}
        </Button>
      ) : null}
    </>
  );
}
