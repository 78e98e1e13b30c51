import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import type { Decision, FactValue } from '@parcours/engine';
import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FactField } from '../../forms/fact-field.tsx';
import type { Answers } from '../../forms/fact-form.tsx';
import { useLabels } from '../../pack/pack-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';

const LOOKS = {
  yes: { color: 'green', Icon: IconCircleCheck },
  no: { color: 'red', Icon: IconCircleX },
  unknown: { color: 'gray', Icon: IconHelpCircle },
} as const;

/** Yes, no or unknown, in word and sign as much as in colour. */
export function OutcomeBadge({ outcome, size = 'lg' }: { outcome: Decision['outcome']; size?: 'lg' | 'xl' }) {
  const { t } = useDrawingWords();
  const { color, Icon } = LOOKS[outcome];
  return (
    <Badge
      size={size}
      color={color}
      className="chip"
      style={{ flexShrink: 0 }}
      leftSection={<Icon size={18} aria-hidden />}
    >
      {t(`rules.outcome.${outcome}`)}
    </Badge>
  );
}

type Props = {
  readonly facts: readonly string[];
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
  /** What the answers lead to, above the questions and said when it changes. */
  readonly children: ReactNode;
};

/** An invented child: the facts that are read, to be answered or left unknown, and what follows at once. */
export function TryOut({ facts, answers, onAnswers, children }: Props) {
  const { t } = useDrawingWords();
  const answer = (fact: string, value: FactValue | undefined) => {
    const { [fact]: _, ...rest } = answers;
    onAnswers(value === undefined ? rest : { ...rest, [fact]: value });
  };
  return (
    <Card withBorder p="md" className="invented">
      <Stack gap="md">
        <div>
          <Title order={2} size="h4">
            {t('rules.tryOut')}
          </Title>
          <Text size="sm">{t(facts.length === 0 ? 'rules.readsNothing' : 'rules.tryHelp')}</Text>
        </div>
        <div aria-live="polite">{children}</div>
        {facts.map((fact) => (
          <FactField key={fact} fact={fact} value={answers[fact]} onChange={(value) => answer(fact, value)} />
        ))}
        {Object.keys(answers).length === 0 ? null : (
          <Button variant="default" onClick={() => onAnswers({})}>
            {t('rules.clear')}
          </Button>
        )}
      </Stack>
    </Card>
  );
}

/** What keeps a decision unknown: facts still to ask, and law that nobody found. */
export function MissingLine({ decision }: { decision: Pick<Decision, 'missing' | 'parameters'> }) {
  const { t } = useDrawingWords();
  const labels = useLabels();
  const named = (ids: readonly string[]) => ids.map(labels.fact).join(', ');
  return (
    <Group gap={4}>
      {decision.missing.length > 0 ? (
        <Text size="sm">{t('rules.missing', { facts: named(decision.missing) })}</Text>
      ) : null}
      {decision.parameters.length > 0 ? (
        <Text size="sm">{t('rules.missingLaw', { parameters: named(decision.parameters) })}</Text>
      ) : null}
    </Group>
  );
}
