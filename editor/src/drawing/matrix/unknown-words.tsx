import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { stepDefinition } from '../../pack/step-of-pack.ts';
import { setFields } from '../commands/fields.ts';
import { useDrawing } from '../drawing-context.tsx';
import { PickOne } from '../panel/pick-field.tsx';
import { useChoices } from '../panel/use-choices.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { Unknown } from './paste-cells.ts';
import type { Column } from './project-matrix.ts';
import { fieldOf } from './read-cell.ts';

type Props = { readonly unknown: readonly Unknown[]; readonly onSettled: (rest: readonly Unknown[]) => void };

/** Words that were typed or pasted and name nothing: a person says what each means, or leaves it to do. */
export function UnknownWords({ unknown, onSettled }: Props) {
  const { t } = useDrawingWords();
  if (unknown.length === 0) return null;
  return (
    <Alert color="orange" title={t('matrix.unknownTitle')} role="status">
      <Stack gap="sm">
        <Text size="sm">{t('matrix.unknownHint')}</Text>
        {unknown.map((one) => (
          <OneUnknown
            key={`${one.column} ${one.words}`}
            one={one}
            onSettled={() => onSettled(unknown.filter((each) => each !== one))}
          />
        ))}
      </Stack>
    </Alert>
  );
}

const SECTION = { who: 'roles', with: 'roles', when: 'deadlines', article: 'sources' } as const;

function OneUnknown({ one, onSettled }: { readonly one: Unknown; readonly onSettled: () => void }) {
  const { t } = useDrawingWords();
  const drawing = useDrawing();
  const section = SECTION[one.column as Exclude<Column, 'what' | 'how' | 'child'>];
  const choices = useChoices(section);
  const settle = (id: string | undefined) => {
    if (id === undefined) return;
    const field = fieldOf(one.column);
    const sets = one.steps.flatMap((step) => {
      const definition = stepDefinition(drawing.get().log.pack, step) as Record<string, unknown> | undefined;
      if (!definition) return [];
      const before = Array.isArray(definition[field]) ? (definition[field] as string[]) : [];
      const value = [...new Set([...before, id])];
      return [{ section: 'steps' as const, id: step, path: [field] as const, value }];
    });
    if (drawing.perform(setFields, { sets })) onSettled();
  };
  return (
    <Group align="flex-end" gap="sm">
      <PickOne
        label={`${t('matrix.means', { words: one.words })} (${t(`matrix.columns.${one.column}`)}, ${one.steps.length})`}
        choices={choices}
        picked={undefined}
        onPick={settle}
      />
      <Button variant="subtle" onClick={onSettled}>
        {t('matrix.dismiss')}
      </Button>
    </Group>
  );
}
