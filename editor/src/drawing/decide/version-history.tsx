import { Badge, Button, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Difference } from '@parcours/engine';
import { IconArrowsDiff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { VersionView } from '../../client.ts';
import { type Standing, standingOf, type Verdict } from '../../pack/standing.ts';
import { useMoments } from '../../words/use-moments.ts';
import { WayTo } from '../adapt/way-to.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';

type Props = {
  readonly versions: readonly VersionView[];
  /** Milliseconds; tells a version to come from one that was replaced. */
  readonly now: number;
  /** What a version says differently from the one before it, when somebody asks. */
  readonly differencesOf: (hash: string, against: string) => ReactNode;
};

/** Every version of a procedure, newest first: who published it, when it counts, what it changed. */
export function VersionHistory({ versions, now, differencesOf }: Props) {
  const { t } = useDrawingWords();
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {t('decide.versions.title')}
      </Title>
      {versions.length === 0 ? <Text c="dimmed">{t('decide.versions.none')}</Text> : null}
      {versions.map((version, index) => (
        <VersionCard
          key={version.hash}
          version={version}
          before={versions[index + 1]}
          now={now}
          differencesOf={differencesOf}
        />
      ))}
    </Stack>
  );
}

const COLORS = { inEffect: 'green', notYet: 'lagoon', past: 'gray' } as const;

function VersionCard({
  version,
  before,
  now,
  differencesOf,
}: { version: VersionView; before: VersionView | undefined } & Pick<Props, 'now' | 'differencesOf'>) {
  const { t } = useDrawingWords();
  const moments = useMoments();
  const [isOpen, differences] = useDisclosure(false);
  const { effective, published } = version;
  const { from, until } = effective;
  const isToCome = from !== undefined && Date.parse(from) > now;
  const standing = version.inEffect ? 'inEffect' : isToCome ? 'notYet' : 'past';
  const report = published?.report as { findings?: { severity: string }[]; verdicts?: Verdict[] } | undefined;
  const those = (wanted: Standing) =>
    report?.verdicts?.filter((found) => standingOf(found) === wanted).length ?? 0;
  // What a version was published without is told beside what it keeps.
  const others = (['silent', 'bounded', 'broken', 'waiting', 'unchecked'] as const).filter(those);
  return (
    <Card withBorder p="md" data-version={version.version}>
      <Stack gap="xs" align="flex-start">
        <Group gap="sm">
          <Title order={3} size="h4">
            {version.version}
          </Title>
          <Badge size="lg" tt="none" color={COLORS[standing]} className="chip">
            {t(`decide.versions.${standing}`)}
          </Badge>
        </Group>
        <Text>
          {published
            ? t('decide.versions.by', { name: published.name, when: moments.moment(published.at) })
            : t('decide.versions.came')}
        </Text>
        {from === undefined ? null : (
          <Text size="sm">
            {until === undefined
              ? t('decide.versions.since', { from: moments.date(from) })
              : t('decide.versions.between', { from: moments.date(from), until: moments.date(until) })}
          </Text>
        )}
        {report ? (
          <Text size="sm">
            {t('decide.versions.report', {
              errors: report.findings?.filter(({ severity }) => severity === 'error').length ?? 0,
              proved: those('proved'),
            })}
          </Text>
        ) : null}
        {others.length > 0 ? (
          <List size="sm">
            {others.map((each) => (
              <List.Item key={each}>
                {t(each === 'broken' ? 'decide.versions.byLaw' : `decide.gate.${each}`, {
                  count: those(each),
                })}
              </List.Item>
            ))}
          </List>
        ) : null}
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('decide.versions.hash', { hash: version.hash })}
        </Text>
        {before ? (
          <>
            <Button
              variant="default"
              aria-expanded={isOpen}
              leftSection={<IconArrowsDiff size={20} aria-hidden />}
              onClick={differences.toggle}
            >
              {t('decide.versions.differences')}
            </Button>
            {isOpen ? differencesOf(version.hash, before.hash) : null}
          </>
        ) : null}
      </Stack>
    </Card>
  );
}

/** What two versions say differently, in the words of the committee. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  const { t, say } = useDrawingWords();
  const told = differences.filter(({ path }) => !/^pack\/(version|review|effective)/.test(path));
  if (told.length === 0) return <Text c="dimmed">{t('decide.versions.same')}</Text>;
  return (
    <List>
      {told.map(({ path, words }) => (
        <List.Item key={path} style={{ overflowWrap: 'anywhere' }}>
          {say(words)}
          <WayTo path={path} />
        </List.Item>
      ))}
    </List>
  );
}
