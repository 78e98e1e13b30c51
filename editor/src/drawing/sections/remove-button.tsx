import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { type FreeSection, nameOf, removeElement } from '../commands/elements.ts';
import { useDrawing, useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { isMeaning } from '../log/drop-use.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { useUses } from './use-uses.ts';
import { PlaceList } from './where-used.tsx';

type Props = { readonly section: FreeSection; readonly id: string; readonly onRemoved: () => void };

/** Takes an element away; while rules, doors or safeguards rest on it, it says which instead. */
export function RemoveButton({ section, id, onRemoved }: Props) {
  const { t, say } = useDrawingWords();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const [told, setTold] = useState(false);
  const holding = useUses(section, id).filter(isMeaning);
  if (isReadOnly) return null;
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={18} aria-hidden />}
        aria-label={t('sections.removeNamed', { name: say(nameOf(pack, section, id)) })}
        onClick={() => {
          if (holding.length > 0) setTold(true);
          else if (drawing.perform(removeElement, { section, id })) onRemoved();
        }}
      >
        {t('sections.remove')}
      </Button>
      {told && holding.length > 0 ? (
        <Alert color="orange" role="status">
          <Text>{t('sections.holds')}</Text>
          <PlaceList paths={holding.map(({ path }) => path)} />
        </Alert>
      ) : null}
    </Stack>
  );
}
