import { memo } from 'react';
import { FindingMark } from '../findings/finding-mark.tsx';
import { AdaptationMark } from './adaptation-mark.tsx';

/** What every view shows beside an element: how it stands to the base, and what is to do there. */
export const PlaceMarks = memo(function PlaceMarks({ place }: { readonly place: string }) {
  return (
    <>
      <AdaptationMark place={place} />
      <FindingMark place={place} />
    </>
  );
});
