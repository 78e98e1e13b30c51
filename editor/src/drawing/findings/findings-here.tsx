import { Stack } from '@mantine/core';
import { useMemo, useRef } from 'react';
import { toDosOf } from './to-do.ts';
import { ToDoCard } from './to-do-card.tsx';
import { useFindings, useFindingsAt } from './use-findings.ts';
import { useFocusNext } from './use-focus-next.ts';

/** What is to do at an element, each with what would settle it; nothing where nothing is. */
export function FindingsHere({ place }: { readonly place: string }) {
  const { findings } = useFindingsAt(place);
  const id = place.split('/')[1] ?? '';
  const verdict = useFindings(({ verdicts }) =>
    place.startsWith('safeguards/') ? verdicts.get(id) : undefined,
  );
  const toDos = useMemo(() => toDosOf(findings), [findings]);
  const box = useRef<HTMLDivElement>(null);
  useFocusNext(box, toDos);
  if (toDos.length === 0) return null;
  return (
    <Stack gap="xs" ref={box} data-findings-here={place}>
      {toDos.map(({ key, finding, others }) => (
        <ToDoCard
          key={key}
          id={key}
          finding={finding}
          others={others}
          here={place}
          {...(verdict && finding.code.startsWith('safeguard.') && { verdict })}
        />
      ))}
    </Stack>
  );
}
