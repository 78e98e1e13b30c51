import { Checkbox, Stack, Text } from '@mantine/core';
import { memo } from 'react';
import type { stepDefinition } from '../../pack/step-of-pack.ts';
import { setKind, setMeasure } from '../commands/kinds.ts';
import { useDrawing, useDrawingState } from '../drawing-context.tsx';
import { WithHelp } from '../help/with-help.tsx';
import { findState } from '../log/find-state.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { PickOne } from './pick-field.tsx';

type Props = { readonly id: string; readonly kind: NonNullable<ReturnType<typeof stepDefinition>>['kind'] };

/** What a step is for the procedure, and whether it is a measure, to which nothing leads by itself. */
export const KindField = memo(function KindField({ id, kind }: Props) {
  const { t } = useDrawingWords();
  const drawing = useDrawing();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const isMeasure = useDrawingState(
    ({ log }) => findState(log.pack.machine, id)?.state.tags?.includes('measure') ?? false,
  );
  if (kind === 'choice' || kind === 'idle')
    return <Text>{`${t('panel.kind')} : ${t(`panel.kinds.${kind}`)}`}</Text>;
  const kinds = (['work', 'wait', 'end'] as const).map((value) => ({
    value,
    label: t(`panel.kinds.${value}`),
  }));
  return (
    <Stack gap="sm">
      <WithHelp about="kind">
        <PickOne
          label={t('panel.kind')}
          choices={kinds}
          picked={kind}
          isRequired
          onPick={(next) => drawing.perform(setKind, { id, kind: next as 'work' | 'wait' | 'end' })}
        />
      </WithHelp>
      <WithHelp about="measure">
        <Checkbox
          label={t('panel.measure')}
          checked={isMeasure}
          disabled={isReadOnly}
          onChange={({ currentTarget }) =>
            drawing.perform(setMeasure, { id, measure: currentTarget.checked })
          }
        />
      </WithHelp>
    </Stack>
  );
});
