import { Stack, Text } from '@mantine/core';
import { compileRules, type Decision, EngineError, explainRule } from '@parcours/engine';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Answers } from '../../forms/fact-form.tsx';
import { useNow } from '../../words/clock.tsx';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { ReasonTree } from './reason-tree.tsx';
import { factsAsked } from './rule-reads.ts';
import { MissingLine, OutcomeBadge, TryOut } from './try-out.tsx';

/** The rule on an invented child: yes, no or unknown at once, with why, as the engine itself decides it. */
export function RuleTrial({ id }: { readonly id: string }) {
  const { t } = useDrawingWords();
  const pack = useDeferredValue(useDrawnPack());
  const now = useNow();
  const [answers, setAnswers] = useState<Answers>({});
  const facts = useMemo(() => factsAsked(pack, [id]), [pack, id]);
  const program = useMemo(() => {
    try {
      return compileRules(pack);
    } catch (error) {
      if (error instanceof EngineError) return undefined;
      throw error;
    }
  }, [pack]);
  const decision = useMemo<Decision | undefined>(
    () =>
      // A rule that was just added is tried a moment after it is drawn.
      program && Object.hasOwn(pack.rules, id)
        ? explainRule(program, id, answers, new Date(now).toISOString())
        : undefined,
    [program, pack.rules, id, answers, now],
  );
  return (
    <TryOut facts={facts} answers={answers} onAnswers={setAnswers}>
      {decision ? (
        <Stack gap="xs">
          <OutcomeBadge outcome={decision.outcome} size="xl" />
          <MissingLine decision={decision} />
          <Text fw={600} mt="xs">
            {t('rules.why')}
          </Text>
          <ReasonTree reason={decision.reason} />
        </Stack>
      ) : (
        <Text>{t('rules.cannotDecide')}</Text>
      )}
    </TryOut>
  );
}
