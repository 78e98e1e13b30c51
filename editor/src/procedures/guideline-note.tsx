import { Text } from '@mantine/core';
import type { FactValue, Finding } from '@parcours/engine';
import { useValueWords } from '../forms/value-words.ts';
import { usePackIfAny } from '../pack/pack-context.tsx';
import { useMoments } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';

/** What the base holds for comparison where the law of the country was not found. */
export function GuidelineNote({ finding }: { readonly finding: Finding }) {
  const { t } = useWords();
  const words = useValueWords();
  const { duration } = useMoments();
  const pack = usePackIfAny();
  const parameter = pack?.parameters[String(finding.parameters['parameter'])];
  const value = parameter?.guideline?.value;
  if (parameter === undefined || value === undefined || finding.parameters['guideline'] === undefined)
    return null;
  const said = parameter.type === 'duration' ? duration(String(value)) : words(parameter, value as FactValue);
  return (
    <Text size="sm" c="dimmed">
      {t('procedures.guideline', { value: said })}
    </Text>
  );
}
