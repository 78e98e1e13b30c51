import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconHourglass } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';

export type ReviewState = 'unvalidated' | 'in-review' | 'validated';

const LOOKS = {
  unvalidated: { color: 'orange', Icon: IconAlertTriangle, key: 'review.unvalidated' },
  'in-review': { color: 'yellow', Icon: IconHourglass, key: 'review.inReview' },
  validated: { color: 'green', Icon: IconCircleCheck, key: 'review.validated' },
} as const;

/** Says wherever a procedure is used whether the bodies of the country have signed it. Silent once they have. */
export function ReviewBanner({ state }: { state: ReviewState }) {
  const { t } = useWords();
  if (state === 'validated') return null;
  const { color, Icon, key } = LOOKS[state];
  return (
    <Alert color={color} icon={<Icon aria-hidden />} py="xs" className="banner" role="note">
      <Text size="sm">{t(`${key}Long`)}</Text>
    </Alert>
  );
}

/** The same in two words, for lists. */
export function reviewLook(state: ReviewState) {
  return LOOKS[state];
}
