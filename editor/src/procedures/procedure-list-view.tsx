import { Badge, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { PackSummary } from '../client.ts';
import { reviewLook } from '../pack/review-banner.tsx';
import { useWords } from '../words/use-words.ts';
import { useCountryName } from './country-name.ts';

/** Every procedure as a card: where it holds, which version, who has approved it, in which languages, what is wrong with it. */
export function ProcedureListView({ packs }: { packs: readonly PackSummary[] }) {
  const { t } = useWords();
  if (packs.length === 0) return <Text c="dimmed">{t('procedures.empty')}</Text>;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      {packs.map((pack) => (
        <ProcedureCard
          key={pack.id}
          pack={pack}
          base={packs.find(({ id }) => id === pack.chain[1]?.split('@')[0])}
        />
      ))}
    </SimpleGrid>
  );
}

/** `base` is what it adapts, where that is here. */
function ProcedureCard({ pack, base }: { pack: PackSummary; base: PackSummary | undefined }) {
  const { t, say } = useWords();
  const country = useCountryName();
  const review = reviewLook(pack.review);
  const findings = pack.findings.error + pack.findings.warning + pack.findings.info;
  const FindingIcon = pack.findings.error > 0 ? IconAlertCircle : IconCircleCheck;
  const [, adapted] = pack.chain;
  const [baseId = '', baseVersion = ''] = adapted?.split('@') ?? [];
  return (
    <Card
      component={Link}
      href={`/procedures/${pack.id}`}
      withBorder
      p="lg"
      className="case-row"
      data-pack={pack.id}
    >
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Text size="sm" c="dimmed">
            {country(pack.jurisdiction)}
            {pack.version ? ` · ${t('procedures.version', { version: pack.version })}` : ''}
          </Text>
          <Badge
            size="lg"
            color={review.color}
            className="chip"
            leftSection={<review.Icon size={16} aria-hidden />}
          >
            {t(review.key)}
          </Badge>
        </Group>
        <Title order={2} size="h4">
          {say(pack.title, pack.id)}
        </Title>
        {pack.summary ? <Text size="sm">{say(pack.summary)}</Text> : null}
        {adapted ? (
          <Text size="sm" c="dimmed">
            {t('procedures.overlayOf', { base: `${say(base?.title, baseId)} (${baseVersion})` })}
          </Text>
        ) : null}
        <Group gap="lg">
          <Text size="sm" c="dimmed">
            {Object.keys(pack.languages)
              .map((language) => language.toUpperCase())
              .join(' · ')}
          </Text>
          <Group gap={6}>
            <FindingIcon size={16} aria-hidden />
            <Text size="sm">{t('procedures.findings', { count: findings })}</Text>
          </Group>
        </Group>
      </Stack>
    </Card>
  );
}
