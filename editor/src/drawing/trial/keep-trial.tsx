import { Button, Group, Text } from '@mantine/core';
import type { Playback } from '@parcours/engine';
import { IconBookmark, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { addElement, idFor } from '../commands/elements.ts';
import { useDrawing, useDrawingState } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { keptTrial, type Trial } from './trial.ts';

/** The button that was pressed is no more: who pressed it by keys stands where it says what came of it. */
const lookAt = (told: HTMLElement | null) => told?.focus({ preventScroll: true });

type Props = { readonly trial: Trial; readonly playback: Playback };

/** Keeps a try among the stories of the procedure: played again at each change, it tells when the route is another. */
export function KeepTrial({ trial, playback }: Props) {
  const { t } = useDrawingWords();
  const drawing = useDrawing();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const [isKept, setKept] = useState(false);
  if (isReadOnly || trial.acts.length <= trial.given) return null;
  if (isKept)
    return (
      <Group gap="xs" role="status" wrap="nowrap" align="flex-start" tabIndex={-1} ref={lookAt}>
        <IconCheck size={20} aria-hidden style={{ flexShrink: 0 }} />
        <Text>{t('trial.kept')}</Text>
      </Group>
    );
  const keep = () => {
    const { pack } = drawing.get().log;
    const said = (key: 'keptTitle' | 'keptStory') =>
      Object.fromEntries(Object.keys(pack.pack.languages).map((lng) => [lng, t(`trial.${key}`, { lng })]));
    const value = keptTrial(trial, playback, { title: said('keptTitle'), story: said('keptStory') });
    const id = idFor(pack, 'scenarios', 'trial');
    setKept(drawing.perform(addElement, { section: 'scenarios', id, value }));
  };
  return (
    <Button
      variant="light"
      mih={44}
      style={{ alignSelf: 'flex-start' }}
      leftSection={<IconBookmark size={18} aria-hidden />}
      onClick={keep}
    >
      {t('trial.keep')}
    </Button>
  );
}
