import { Textarea, TextInput } from '@mantine/core';
import type { Text } from '@parcours/engine';
import { memo } from 'react';
import { useDrawingState } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { useBurst, useSetField, useStable } from './step-field.ts';

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
  return (
    <Typed
      label={label}
      value={written ?? ''}
      isLong={isLong}
      isReadOnly={isReadOnly}
      note={elsewhere === '' ? undefined : t('panel.notHere', { text: elsewhere })}
      language={language}
      onBegin={begin}
      onType={useStable(change)}
    />
  );
}

type TypedProps = {
  readonly label: string;
  readonly value: string;
  readonly isLong: boolean;
  readonly isReadOnly: boolean;
  readonly note: string | undefined;
  readonly language: string;
  readonly onBegin: () => void;
  readonly onType: (value: string) => void;
};

/** Drawn again only when its own words change, not at each key typed beside it. */
const Typed = memo(function Typed({
  label,
  value,
  isLong,
  isReadOnly,
  note,
  language,
  onBegin,
  onType,
}: TypedProps) {
  const common = {
    label,
    value,
    maxLength: 20_000,
    readOnly: isReadOnly,
    description: note,
    onFocus: onBegin,
    lang: language,
    dir: 'auto',
  } as const;
  return isLong ? (
    <Textarea
      {...common}
      autosize
      minRows={2}
      maxRows={14}
      onChange={({ currentTarget }) => onType(currentTarget.value)}
    />
  ) : (
    <TextInput {...common} onChange={({ currentTarget }) => onType(currentTarget.value)} />
  );
});
