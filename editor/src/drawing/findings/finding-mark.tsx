import { Badge, Tooltip } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { useFindingsAt } from './use-findings.ts';

const LOOKS = {
  error: { color: 'red', Icon: IconAlertCircle },
  warning: { color: 'orange', Icon: IconAlertTriangle },
  info: { color: 'gray', Icon: IconInfoCircle },
} as const;

/** How many things are to do at an element, in the colour of the gravest; nothing where there are none. */
export function FindingMark({ place }: { place: string }) {
  const { t } = useDrawingWords();
  const { findings, worst } = useFindingsAt(place);
  if (worst === undefined) return null;
  const { color, Icon } = LOOKS[worst];
  const label = t('findings.count', { count: findings.length });
  return (
    <Tooltip label={label}>
      <Badge
        color={color}
        className="chip"
        role="img"
        aria-label={label}
        leftSection={<Icon size={14} aria-hidden />}
        data-finding={worst}
      >
        {findings.length}
      </Badge>
    </Tooltip>
  );
}
