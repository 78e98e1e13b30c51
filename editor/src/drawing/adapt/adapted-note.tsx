import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import type { ElementSection } from '@parcours/engine';
import { IconArrowBackUp } from '@tabler/icons-react';
import { type RevertedSection, revertToBase } from '../commands/revert.ts';
import { useDrawing, useDrawingState } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { LevelNote, Why } from './difference-card.tsx';
import { useBase } from './use-base.ts';
import { useMark } from './use-mark.ts';

type Props = { readonly section: ElementSection; readonly id: string };

/** Above an element of an adaptation: whether it is as in the base, how far it may change, why it was changed, and the way back. */
export function AdaptedNote({ section, id }: Props) {
  const { t } = useDrawingWords();
  const drawing = useDrawing();
  const base = useBase();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const mark = useMark(`${section}/${id}`);
  if (!base || !mark) return null;
  const { status, level } = mark;
  return (
    <Paper withBorder p="sm" data-adapted-note={status}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text fw={600}>{t(`adapt.status.${status}`)}</Text>
          {status === 'inherited' || isReadOnly ? null : (
            <Button
              variant="light"
              mih={44}
              leftSection={<IconArrowBackUp size={18} aria-hidden className="flip-in-rtl" />}
              onClick={() => drawing.perform(revertToBase, { base, section: section as RevertedSection, id })}
            >
              {t('adapt.revert')}
            </Button>
          )}
        </Group>
        <LevelNote level={level} />
        {status === 'inherited' ? null : <Why section={section} id={id} {...mark} />}
      </Stack>
    </Paper>
  );
}
