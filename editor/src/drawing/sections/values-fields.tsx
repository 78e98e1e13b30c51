import { Fieldset, Group, Stack } from '@mantine/core';
import { useDrawnPack } from '../drawing-context.tsx';
import { newId } from '../log/new-id.ts';
import { textLanguage } from '../log/text-language.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { type FieldPath, useElement, useFieldValue } from './element-context.tsx';
import { WordsField } from './fields.tsx';
import { NewElement } from './new-element.tsx';
import { RemoveInner } from './remove-inner.tsx';

type Props = {
  /** From the element to what is answered with a choice. */
  readonly path: readonly string[];
  /** The choices say in which order they are read. */
  readonly isOrdered?: boolean;
};

/** The choices from which a fact, or a parameter, takes its value: added by their names, named anew, taken away. */
export function ValuesFields({ path, isOrdered = false }: Props) {
  const { t, language } = useDrawingWords();
  const pack = useDrawnPack();
  const { set } = useElement();
  const at = [...path, 'values'] as unknown as FieldPath;
  const values = (useFieldValue(at) ?? {}) as Readonly<Record<string, object>>;
  const add = (words: string) => {
    const made = newId(words, 'value', (each) => Object.hasOwn(values, each));
    const label = { [textLanguage(pack, language)]: words };
    set([...at, made], { label, ...(isOrdered ? { order: Object.keys(values).length + 1 } : {}) });
  };
  return (
    <Fieldset legend={t('sections.facts.values')}>
      <Stack gap="sm">
        {Object.keys(values).map((value, index) => (
          <Group key={value} gap="xs" align="flex-end" wrap="nowrap">
            <div style={{ flex: 1, minWidth: 0 }}>
              <WordsField
                path={[...at, value, 'label']}
                label={t('sections.facts.value', { number: index + 1 })}
              />
            </div>
            <RemoveInner path={[...at, value]} />
          </Group>
        ))}
        <NewElement label={t('sections.facts.newValue')} onAdd={add} />
      </Stack>
    </Fieldset>
  );
}
