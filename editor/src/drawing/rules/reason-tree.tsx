import { Group, Stack, Text } from '@mantine/core';
import type { Reason } from '@parcours/engine';
import { useValueWords } from '../../forms/value-words.ts';
import { useLabels } from '../../pack/pack-context.tsx';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { comparedBy } from './comparisons.ts';
import { OutcomeBadge } from './try-out.tsx';
import { useSentences } from './use-sentences.ts';

/** Why a rule answers as it does: each of its conditions with its own answer and the value it found. */
export function ReasonTree({ reason }: { reason: Reason }) {
  const { t } = useDrawingWords();
  const labels = useLabels();
  if (reason.kind === 'atom') return <AtomReason reason={reason} />;
  const title =
    reason.kind === 'rule'
      ? t('rules.reason.rule', { rule: labels.rule(reason.rule) })
      : reason.name !== undefined
        ? t('rules.reason.added', { name: reason.name })
        : t(`rules.reason.${reason.kind}`);
  const [only] = reason.of;
  if (reason.of.length === 1 && only && reason.kind !== 'rule' && reason.kind !== 'not')
    return <ReasonTree reason={only} />;
  return (
    <Stack gap={6}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <OutcomeBadge outcome={reason.outcome} />
        <Text fw={550}>{title}</Text>
      </Group>
      {reason.of.length === 0 ? null : (
        <Stack gap={6} className="reason">
          {reason.of.map((inner, index) => (
            // Reasons stand in the order of the rule and have no names.
            <ReasonTree key={index} reason={inner} />
          ))}
        </Stack>
      )}
    </Stack>
  );
}

function AtomReason({ reason }: { reason: Extract<Reason, { kind: 'atom' }> }) {
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const words = useValueWords();
  const sentences = useSentences();
  const told = words(comparedBy(pack, reason.atom.fact), reason.value);
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <OutcomeBadge outcome={reason.outcome} />
      <div style={{ minWidth: 0 }}>
        <Text>{sentences.atom(reason.atom)}</Text>
        <Text size="sm" c="dimmed">
          {t('rules.nowIs', { value: told })}
          {reason.presumed ? ` (${t('rules.presumed')})` : ''}
        </Text>
      </div>
    </Group>
  );
}
