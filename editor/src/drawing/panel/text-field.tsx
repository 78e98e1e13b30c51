import { Textarea, TextInput } from '@mantine/core';
import type { Text } from '@parcours/engine';
import { useDrawingState } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { useBurst, useSetField } from './step-field.ts';

type Props = {
  readonly section: Parameters<typeof useSetField>[0];
  readonly id: string;
  readonly path: readonly [string, ...string[]];
  readonly text: Text | undefined;
  readonly label: string;
  readonly isLong?: boolean;
  /** The whole text is set at once, where a path cannot go by its languages: in a list. */
  readonly onText?: (text: Text, burst: string) => void;
};

/** A text of the procedure, typed in the language of the screen; one stay in the field is one entry of the log. */
export function TextField({ section, id, path, text, label, isLong = false, onText }: Props) {
  const { t, say, language } = useDrawingWords();
  const set = useSetField(section, id);
  const { begin, mark } = useBurst();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const written = text?.[language];
  const elsewhere = written === undefined ? say(text) : '';
  const change = (value: string) => {
    if (onText) {
      const { [language]: _, ...others } = text ?? {};
      onText(value === '' ? others : { ...others, [language]: value }, mark());
    } else set([...path, language] as [string, ...string[]], value, mark());
  };
  const common = {
    label,
    value: written ?? '',
    maxLength: 20_000,
    readOnly: isReadOnly,
    description: elsewhere === '' ? undefined : t('panel.notHere', { text: elsewhere }),
    onFocus: begin,
    lang: language,
    dir: 'auto',
  } as const;
  return isLong ? (
    <Textarea
      {...common}
      autosize
      minRows={2}
      maxRows={14}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  ) : (
    <TextInput {...common} onChange={({ currentTarget }) => change(currentTarget.value)} />
  );
}
