import { memo } from 'react';
import { FindingMark } from '../findings/finding-mark.tsx';
import { AdaptationMark } from './adaptation-mark.tsx';

type Props = {
  readonly place: string;
  /** False where arrows walk from place to place and Tab does not stop. */
  readonly isStop?: boolean;
};

/** What every view shows beside an element: how it stands to the base, and what is to do there. */
export const PlaceMarks = memo(function PlaceMarks({ place, isStop = true }: Props) {
  return (
    <>
      <AdaptationMark place={place} />
      <FindingMark place={place} isStop={isStop} />
    </>
  );
});
