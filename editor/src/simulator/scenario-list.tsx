import { Text } from '@mantine/core';
import type { Scenario } from '@parcours/engine';
import { Link } from 'wouter';
import { useWords } from '../words/use-words.ts';

type Props = {
  readonly scenarios: Readonly<Record<string, Scenario>>;
  readonly hrefOf: (scenario: string) => string;
};

/** The situations of a procedure, in their authors' order. */
export function ScenarioList({ scenarios, hrefOf }: Props) {
  const { t, say } = useWords();
  const ordered = Object.entries(scenarios).sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0));
  if (ordered.length === 0) return <Text c="dimmed">{t('simulator.empty')}</Text>;
  return ordered.map(([id, scenario]) => (
    <Link key={id} href={hrefOf(id)} className="case-row" data-scenario={id}>
      <Text fw={650}>{say(scenario.title, id)}</Text>
      <Text size="sm">{say(scenario.story).replaceAll('*', '')}</Text>
      <Text size="sm" c="dimmed">
        {t('simulator.acts', { count: scenario.acts.length })}
      </Text>
    </Link>
  ));
}
