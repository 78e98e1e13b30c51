import { Badge, Card, Group, Loader, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX, IconProgressCheck } from '@tabler/icons-react';
import { GroundsNote } from '../pack/grounds-note.tsx';
import { useLabels, usePack } from '../pack/pack-context.tsx';
import { shownGrounds } from '../pack/step-of-pack.ts';
import { useWords } from '../words/use-words.ts';

type Verdict = {
  readonly id: string;
  readonly verdict: 'unchecked' | 'proved' | 'bounded' | 'broken';
  /** Parameters without a value, for want of which it says nothing, or cannot be checked. */
  readonly awaits?: readonly string[];
  /** Why it says nothing: what it speaks of never happens. */
  readonly vacuous?: string;
};

const LOOKS = {
  unchecked: { color: 'gray', Icon: IconCircleDashed },
  proved: { color: 'green', Icon: IconCircleCheck },
  bounded: { color: 'lagoon', Icon: IconProgressCheck },
  broken: { color: 'red', Icon: IconCircleX },
} as const;

const UNKNOWN = (id: string): Verdict => ({ id, verdict: 'unchecked' });

const silent = (awaits: readonly string[]) =>
  awaits.length > 0 ? 'safeguard.saysNothingYet' : 'safeguard.saysNothing';

type Props = {
  readonly verdicts: readonly Verdict[];
  /** The checker is at work still: a safeguard without a verdict gets one. */
  readonly isProving?: boolean;
};

/** What every path must keep, as the sentences a committee reads, each with what the checker says of it. */
export function SafeguardList({ verdicts, isProving = false }: Props) {
  const pack = usePack();
  const labels = useLabels();
  const { t, say } = useWords();
  const safeguards = Object.entries(pack.safeguards).sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0));
  if (safeguards.length === 0) return <Text c="dimmed">{t('procedures.noSafeguards')}</Text>;
  return (
    <Stack gap="sm">
      {isProving ? (
        <Group gap="xs" role="status" aria-label={t('app.loading')}>
          <Loader size={16} aria-hidden />
          <Text size="sm" c="dimmed">
            {verdicts.length} / {safeguards.length}
          </Text>
        </Group>
      ) : null}
      {safeguards.map(([id, safeguard]) => {
        const {
          verdict,
          awaits = [],
          vacuous,
        }: Verdict = verdicts.find((found) => found.id === id) ?? UNKNOWN(id);
        const { color, Icon } = LOOKS[verdict];
        const isWaiting = verdict === 'unchecked' && awaits.length > 0;
        return (
          <Card key={id} withBorder p="md" data-safeguard={id}>
            <Stack gap="xs">
              <Text fw={550}>{say(safeguard.label, id)}</Text>
              <Group gap="xs">
                <Badge size="lg" color={color} className="chip" leftSection={<Icon size={16} aria-hidden />}>
                  {'access' in safeguard.property
                    ? t('safeguard.access')
                    : isWaiting
                      ? t('safeguard.awaits')
                      : t(`verdict.${verdict}`)}
                </Badge>
                <Text size="sm" c="dimmed">
                  {t(`safeguard.${safeguard.severity}`)}
                </Text>
              </Group>
              {isWaiting || vacuous !== undefined ? (
                <Text size="sm">
                  {t(vacuous === undefined ? 'safeguard.missing' : silent(awaits), {
                    names: awaits.map(labels.fact).join(', '),
                  })}
                </Text>
              ) : null}
              <GroundsNote grounds={shownGrounds(pack, safeguard)} />
            </Stack>
          </Card>
        );
      })}
    </Stack>
  );
}
