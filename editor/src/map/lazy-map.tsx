import { Center, Loader } from '@mantine/core';
import { type ComponentProps, lazy, Suspense } from 'react';
import { useWords } from '../words/use-words.ts';

const PathwayMap = lazy(async () => ({ default: (await import('./pathway-map.tsx')).PathwayMap }));

/** The map, fetched only by those who look at it. */
export function LazyMap(props: ComponentProps<typeof PathwayMap>) {
  const { t } = useWords();
  return (
    <Suspense
      fallback={
        <Center mih={320}>
          <Loader role="status" aria-label={t('map.drawing')} />
        </Center>
      }
    >
      <PathwayMap {...props} />
    </Suspense>
  );
}
