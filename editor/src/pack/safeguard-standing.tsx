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

/** What the checker says of a safeguard. */
export type Verdict = {
  readonly verdict: 'unchecked' | 'proved' | 'bounded' | 'broken';
  /** Acts up to which it was looked at. */
  readonly bound?: number;
  /** Parameters without a value, for want of which it says nothing, or cannot be checked. */
  readonly awaits?: readonly string[];
  /** Why it says nothing: what it speaks of never happens. */
  readonly vacuous?: string;
};

/** How a safeguard stands. One that is kept only because what it speaks of never happens is `silent`: it promises nothing yet. */
export type Standing = Verdict['verdict'] | 'waiting' | 'silent';

export function standingOf(found: Verdict | undefined): Standing {
  if (found?.vacuous !== undefined && found.verdict !== 'broken') return 'silent';
  if (found?.verdict === 'unchecked' && (found.awaits ?? []).length > 0) return 'waiting';
  return found?.verdict ?? 'unchecked';
}

const LOOKS = {
  unchecked: { color: 'gray', Icon: IconCircleDashed },
  waiting: { color: 'gray', Icon: IconCircleDashed },
  silent: { color: 'gray', Icon: IconCircleDotted },
  proved: { color: 'green', Icon: IconCircleCheck },
  bounded: { color: 'lagoon', Icon: IconProgressCheck },
  broken: { color: 'red', Icon: IconCircleX },
} as const;

type Props = {
  readonly safeguard: Pack['safeguards'][string];
  readonly found: Verdict | undefined;
};

/** How a safeguard stands, at a glance. */
export function StandingBadge({ safeguard, found }: Props) {
  const { t } = useWords();
  const standing = standingOf(found);
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
