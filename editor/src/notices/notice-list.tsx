import { Anchor, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import {
  IconBellCheck,
  IconBellOff,
  IconClockExclamation,
  IconFilePlus,
  IconFolderPlus,
  IconInfoCircle,
  IconRoute,
  IconUserCheck,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link } from 'wouter';
import type { NoticeLine } from '../client.ts';
import { useHeadingTerms } from '../pack/use-terms.ts';
import { useMoments } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';

const ICONS: Readonly<Record<NoticeLine['kind'], TablerIcon>> = {
  notify: IconInfoCircle,
  refer: IconRoute,
  assign: IconUserCheck,
  issue_document: IconFilePlus,
  open_linked_case: IconFolderPlus,
  escalate: IconClockExclamation,
};

const GROUPS = ['waiting', 'unheard', 'told'] as const;

/** What asks for an answer first, then what reached nobody, then what is only told. */
function groupOf({ acknowledge, acknowledged, mine, account }: NoticeLine): (typeof GROUPS)[number] {
  if (mine && acknowledge && !acknowledged) return 'waiting';
  return account === undefined ? 'unheard' : 'told';
}

type Props = {
  readonly notices: readonly NoticeLine[];
  /** The account that reads. */
  readonly me?: string | undefined;
  readonly onAcknowledge: (notice: NoticeLine) => void;
  readonly busy?: boolean;
};

/** Notices by what they ask of their reader. */
export function NoticeList({ notices, me, onAcknowledge, busy = false }: Props) {
  const { t } = useWords();
  if (notices.length === 0) {
    return (
      <Stack align="center" gap="xs" py="xl">
        <IconBellOff size={40} stroke={1.4} aria-hidden />
        <Text fw={600}>{t('notices.empty')}</Text>
      </Stack>
    );
  }
  return (
    <Stack gap="xl">
      {GROUPS.map((group) => {
        const members = notices.filter((notice) => groupOf(notice) === group);
        if (members.length === 0) return null;
        const shown = members.map((notice) => (
          <Notice
            key={`${notice.case} ${notice.key} ${notice.role}`}
            notice={notice}
            me={me}
            busy={busy}
            onAcknowledge={group === 'waiting' ? onAcknowledge : undefined}
          />
        ));
        const title = `${t(`notices.${group}`)} (${members.length})`;
        // What asks nothing takes no room from what does.
        if (group === 'told' && members.length < notices.length) {
          return (
            <details key={group}>
              <summary>{title}</summary>
              <Stack gap="sm" pt="sm">
                {shown}
              </Stack>
            </details>
          );
        }
        return (
          <Stack key={group} gap="sm" component="section" aria-label={t(`notices.${group}`)}>
            <Title order={2} size="h5" c="dimmed">
              {title}
            </Title>
            {shown}
          </Stack>
        );
      })}
    </Stack>
  );
}

function Notice({
  notice,
  me,
  onAcknowledge,
  busy,
}: {
  notice: NoticeLine;
  me: string | undefined;
  onAcknowledge: Props['onAcknowledge'] | undefined;
  busy: boolean;
}) {
  const { t, say } = useWords();
  const moments = useMoments();
  const heading = useHeadingTerms();
  const Icon = ICONS[notice.kind];
  const { acknowledged } = notice;
  return (
    <Card withBorder p="md" data-notice={notice.key} className={onAcknowledge ? 'attention' : ''}>
      <Stack gap="xs">
        <Group gap="xs">
          <Badge
            className="chip"
            color={notice.kind === 'escalate' ? 'orange' : 'lagoon'}
            leftSection={<Icon size={14} aria-hidden />}
          >
            {t(`notices.kind.${notice.kind}`)}
          </Badge>
          <Text size="sm" c="dimmed">
            {moments.moment(notice.at)}
          </Text>
        </Group>
        <Text fw={650}>{say(notice.label, notice.key)}</Text>
        {notice.text ? <Text>{say(notice.text)}</Text> : null}
        {notice.outcome === 'by_hand' ? <Text size="sm">{t('notices.byHand')}</Text> : null}
        <Text size="sm" c="dimmed">
          {t('notices.forRole', { role: say(notice.roleLabel, notice.role) })}
        </Text>
        {notice.account === undefined ? <Text size="sm">{t('notices.nobody')}</Text> : null}
        {acknowledged ? (
          <Text size="sm">
            {t('notices.acknowledged', {
              who: acknowledged.by === me ? t('notices.readByMe') : say(notice.roleLabel, notice.role),
              when: moments.moment(acknowledged.at),
            })}
          </Text>
        ) : null}
        <Group gap="md">
          {onAcknowledge ? (
            <Button
              leftSection={<IconBellCheck size={20} aria-hidden />}
              loading={busy}
              onClick={() => onAcknowledge(notice)}
            >
              {t('notices.acknowledge')}
            </Button>
          ) : null}
          <Anchor component={Link} href={`/cases/${notice.case}`} py={10}>
            {t('cases.reference', { case: heading('case'), reference: notice.reference })}
          </Anchor>
          {notice.opened === undefined ? null : (
            <Anchor component={Link} href={`/cases/${notice.opened}`} py={10}>
              {t('notices.opened')}
            </Anchor>
          )}
        </Group>
      </Stack>
    </Card>
  );
}
