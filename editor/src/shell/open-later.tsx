import { type ComponentType, type LazyExoticComponent, lazy, useState } from 'react';
import { NotOpened } from './not-opened.tsx';

type Load = () => Promise<ComponentType>;

/**
 * A part of the page whose code is loaded when it is first shown. Who is without network then, or whose service was
 * renewed meanwhile, is told so in its place and tries again; the rest of the page stays.
 */
export function openLater(load: Load): LazyExoticComponent<ComponentType> {
  return lazy(async () => ({ default: await load().catch(() => againFrom(load)) }));
}

function againFrom(load: Load): ComponentType {
  return function Again() {
    const [opened, setOpened] = useState<{ readonly Part: ComponentType }>();
    if (opened) return <opened.Part />;
    const retry = () =>
      load().then(
        (Part) => setOpened({ Part }),
        () => setOpened(undefined),
      );
    return <NotOpened onRetry={() => void retry()} />;
  };
}
