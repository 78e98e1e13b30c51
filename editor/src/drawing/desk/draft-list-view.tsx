import { Badge, Card, Group, Stack, Title, Text as Words } from '@mantine/core';
import type { Text } from '@parcours/engine';
import { IconMessage2, IconPencil } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { DraftSummary } from '../../client.ts';
import { useCountryName } from '../../procedures/country-name.ts';
import { useMoments } from '../../words/use-moments.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';

const COLORS = { drawing: 'lagoon', review: 'orange', published: 'green', closed: 'gray' } as const;

type Props = {
  readonly drafts: readonly DraftSummary[];
  /** What the service runs, by whose titles an adaptation names its base. */
  readonly procedures?: readonly { readonly id: string; readonly title: Text }[];
};

/** Every draft as a card: what it is, where it stands, who writes in it. */
export function DraftListView({ drafts, procedures = [] }: Props) {
  const { t, say } = useDrawingWords();
  const country = useCountryName();
  const moments = useMoments();
  const nameOf = (id: string) => say(procedures.find((each) => each.id === id)?.title) || id;
  if (drafts.length === 0) return <Words c="dimmed">{t('desk.none')}</Words>;
  return (
    <Stack gap="sm">
      {drafts.map((draft) => (
        <Card
          key={draft.id}
          component={Link}
          href={`/drafts/${draft.id}`}
          withBorder
          p="lg"
          className="case-row"
          data-draft={draft.pack}
        >
          <Group justify="space-between" align="flex-start" gap="sm">
            <div>
              <Words size="sm" c="dimmed">
                {country(draft.jurisdiction)}
                {draft.base
                  ? ` · ${t('desk.adaptationOf', { base: `${nameOf(draft.base.id)} (${draft.base.version})` })}`
                  : ''}
              </Words>
              <Title order={2} size="h4">
                {say(draft.title) || draft.pack}
              </Title>
            </div>
            <Badge size="lg" tt="none" variant="light" color={COLORS[draft.state]}>
              {t(`desk.state.${draft.state}`)}
            </Badge>
          </Group>
          <Group gap="md" mt="sm">
            <Words size="sm">{t('desk.changed', { when: moments.moment(draft.updated) })}</Words>
            {draft.penHolder === undefined ? null : (
              <Group gap={6}>
                <IconPencil size={16} aria-hidden />
                <Words size="sm">{t('desk.writing', { name: draft.penHolder })}</Words>
              </Group>
            )}
            {draft.openComments > 0 ? (
              <Group gap={6}>
                <IconMessage2 size={16} aria-hidden />
                <Words size="sm">{t('desk.openComments', { count: draft.openComments })}</Words>
              </Group>
            ) : null}
          </Group>
        </Card>
      ))}
    </Stack>
  );
}
