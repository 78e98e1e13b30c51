import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { useLayoutEffect } from 'react';

export const CONTRAST_KEY = 'parcours.contrast';

type Contrast = 'more' | 'usual';

/** What the device itself asks for: more contrast, or colours of its own. */
const ASKED = '(prefers-contrast: more), (forced-colors: active)';

/** Whether borders and letters are at their strongest: as the device asks, until somebody chooses in this browser. */
export function useContrast(): { readonly isHigh: boolean; readonly choose: (isHigh: boolean) => void } {
  const [chosen, setChosen] = useLocalStorage<Contrast | undefined>({
    key: CONTRAST_KEY,
    getInitialValueInEffect: false,
    serialize: (contrast) => contrast ?? '',
    deserialize: (text) => (text === 'more' || text === 'usual' ? text : undefined),
  });
  const isAsked = useMediaQuery(ASKED, false, { getInitialValueInEffect: false });
  return {
    isHigh: chosen === undefined ? isAsked : chosen === 'more',
    choose: (isHigh) => setChosen(isHigh ? 'more' : 'usual'),
  };
}

/** Tells the style sheets: `data-contrast="more"` on the page, in light and in dark. `forced` is for stories. */
export function FollowContrast({ forced }: { readonly forced: Contrast | undefined }) {
  const { isHigh } = useContrast();
  const isMore = forced === undefined ? isHigh : forced === 'more';
  useLayoutEffect(() => {
    if (isMore) document.documentElement.dataset['contrast'] = 'more';
    else delete document.documentElement.dataset['contrast'];
  }, [isMore]);
  return null;
}
