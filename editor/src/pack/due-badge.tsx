import { Badge } from '@mantine/core';
import {
  IconAlarm,
  IconCalendarDue,
  IconClockExclamation,
  IconClockHour4,
  type TablerIcon,
} from '@tabler/icons-react';
import { useNow } from '../words/clock.tsx';
import { type Urgency, urgencyOf, useMoments } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';

const LOOKS = {
  overdue: { color: 'red', Icon: IconClockExclamation, variant: 'filled' },
  today: { color: 'orange', Icon: IconAlarm, variant: 'light' },
  soon: { color: 'yellow', Icon: IconCalendarDue, variant: 'light' },
  later: { color: 'gray', Icon: IconClockHour4, variant: 'light' },
} as const satisfies Record<Urgency, { color: string; Icon: TablerIcon; variant: string }>;

/** A due instant as a living countdown: icon, word and colour together, never colour alone. */
export function DueBadge({ due, size = 'lg' }: { due: string; size?: 'md' | 'lg' | 'xl' }) {
  const { t } = useWords();
  const moments = useMoments();
  const now = useNow();
  const urgency = urgencyOf(due, now, moments.zone);
  const { color, Icon, variant } = LOOKS[urgency];
  const span = moments.span(Date.parse(due) - now);
  return (
    <Badge
      size={size}
      color={color}
      variant={variant}
      className="chip"
      data-urgency={urgency}
      leftSection={<Icon size={size === 'xl' ? 20 : 16} aria-hidden />}
      title={moments.moment(due)}
    >
      {urgency === 'overdue' ? t('due.overdue', { span }) : t(`due.${urgency}`, { span })}
    </Badge>
  );
}
