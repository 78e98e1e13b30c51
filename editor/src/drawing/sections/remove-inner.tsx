import { Button } from '@mantine/core';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { type FieldPath, useElement, useFieldValue } from './element-context.tsx';

/** Takes a member of a map away. */
export function RemoveInner({ path }: { readonly path: FieldPath }) {
  const { t, say } = useDrawingWords();
  const { set, isReadOnly } = useElement();
  const value = useFieldValue(path) as { label?: Record<string, string> } | undefined;
  if (isReadOnly) return null;
  return (
    <Button
      variant="subtle"
      color="red"
      aria-label={t('sections.removeNamed', { name: say(value?.label, path.at(-1)) })}
      onClick={() => set(path, undefined)}
    >
      {t('sections.remove')}
    </Button>
  );
}
