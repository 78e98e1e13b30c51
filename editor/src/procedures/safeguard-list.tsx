import { Card, Group, Loader, Stack, Text } from '@mantine/core';
import { AgainstLaw } from '../pack/against-law.tsx';
import { isByConstruction } from '../pack/by-construction.ts';
import { GroundsNote } from '../pack/grounds-note.tsx';
import { useLabels, usePack } from '../pack/pack-context.tsx';
import { standingOf, type Verdict } from '../pack/standing.ts';
import { StandingBadge } from '../pack/standing-badge.tsx';
import { shownGrounds } from '../pack/step-of-pack.ts';
import { useWords } from '../words/use-words.ts';

type Found = Verdict & { readonly id: string };

const silent = (awaits: readonly string[]) =>
  awaits.length > 0 ? 'safeguard.saysNothingYet' : 'safeguard.saysNothing';

type Props = {
  readonly verdicts: readonly Found[];
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
        const found = verdicts.find((each) => each.id === id);
        const standing = standingOf(found);
        const awaits = found?.awaits ?? [];
        return (
          <Card key={id} withBorder p="md" data-safeguard={id}>
            <Stack gap="xs">
              <Text fw={550}>{say(safeguard.label, id)}</Text>
              <Group gap="xs">
                <StandingBadge safeguard={safeguard} found={found} />
                <Text size="sm" c="dimmed">
                  {t(`safeguard.${safeguard.severity}`)}
                </Text>
              </Group>
              {standing === 'waiting' || standing === 'silent' ? (
                <Text size="sm">
                  {t(standing === 'waiting' ? 'safeguard.missing' : silent(awaits), {
                    names: awaits.map(labels.fact).join(', '),
                  })}
                </Text>
              ) : null}
              {standing === 'proved' && isByConstruction(pack, safeguard.property) ? (
                <Text size="sm">{t('safeguard.given')}</Text>
              ) : null}
              {standing === 'broken' && safeguard.broken_by ? <AgainstLaw law={safeguard.broken_by} /> : null}
              <GroundsNote grounds={shownGrounds(pack, safeguard)} />
            </Stack>
          </Card>
        );
      })}
    </Stack>
  );
}
