import { Badge } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDotted,
  IconCircleX,
  IconProgressCheck,
} from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';
import { isByConstruction } from './by-construction.ts';
import { usePack } from './pack-context.tsx';
import { standingOf, type Verdict } from './standing.ts';

const LOOKS = {
  unchecked: { color: 'gray', Icon: IconCircleDashed },
  waiting: { color: 'gray', Icon: IconCircleDashed },
  silent: { color: 'gray', Icon: IconCircleDotted },
  proved: { color: 'green', Icon: IconCircleCheck },
  bounded: { color: 'lagoon', Icon: IconProgressCheck },
  broken: { color: 'red', Icon: IconCircleX },
  given: { color: 'gray', Icon: IconCircleDotted },
} as const;

type Props = {
  readonly safeguard: Pack['safeguards'][string];
  readonly found: Verdict | undefined;
};

/** How a safeguard stands, at a glance. */
export function StandingBadge({ safeguard, found }: Props) {
  const { t } = useWords();
  const pack = usePack();
  const told = standingOf(found);
  const standing = told === 'proved' && isByConstruction(pack, safeguard.property) ? 'given' : told;
  const { color, Icon } = LOOKS[standing];
  const isBounded = standing === 'bounded' && found?.bound !== undefined;
  return (
    <Badge size="lg" color={color} className="chip" leftSection={<Icon size={16} aria-hidden />}>
      {'access' in safeguard.property
        ? t('safeguard.access')
        : isBounded
          ? t('verdict.boundedBy', { count: found.bound })
          : t(`verdict.${standing}`)}
    </Badge>
  );
}
