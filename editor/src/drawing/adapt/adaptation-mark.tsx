import { Badge, Tooltip } from '@mantine/core';
import { IconLock, IconShieldHalf } from '@tabler/icons-react';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { useAdaptation } from './use-adaptation.ts';

const COLORS = { inherited: 'gray', changed: 'orange', added: 'green', removed: 'red' } as const;

/** Beside an element of an adaptation: inherited or changed, with its lock; nothing in a procedure of its own. */
export function AdaptationMark({ place }: { place: string }) {
  const { t } = useDrawingWords();
  const adapted = useAdaptation(place);
  if (!adapted) return null;
  const { status, level } = adapted;
  const Icon = level === 'locked' ? IconLock : level === 'tighten' ? IconShieldHalf : undefined;
  const label =
    level === 'free'
      ? t(`adapt.status.${status}`)
      : `${t(`adapt.status.${status}`)}. ${t(`adapt.level.${level}`)}`;
  return (
    <Tooltip label={label} multiline maw={320}>
      <Badge
        color={COLORS[status]}
        variant={status === 'inherited' ? 'outline' : 'light'}
        className="chip"
        role="img"
        aria-label={label}
        data-status={status}
        {...(Icon && { leftSection: <Icon size={14} aria-hidden /> })}
      >
        {t(`adapt.status.${status}`)}
      </Badge>
    </Tooltip>
  );
}
