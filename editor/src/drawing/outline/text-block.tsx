import { Loader } from '@mantine/core';
import type { Text } from '@parcours/engine';
import { IconPencil } from '@tabler/icons-react';
import { lazy, memo, Suspense, useRef } from 'react';
import { Prose } from '../../pack/prose.tsx';
import { setField } from '../commands/elements.ts';
import { useDrawing } from '../drawing-context.tsx';
import { newBurst } from '../log/burst.ts';
import { useOutline } from './outline-context.ts';

const MarkdownEditor = lazy(async () => ({
  default: (await import('./markdown-editor.tsx')).MarkdownEditor,
}));

/** The longer texts of a step, and the one of a heading. */
export type Written = 'purpose' | 'how' | 'child';

type Props = {
  readonly id: string;
  readonly number: string;
  readonly field: Written;
  readonly text: Text | undefined;
  readonly isEditing: boolean;
  /** The text that is written now; undefined: none. */
  readonly onEdit: (field: Written | undefined) => void;
};

/** A longer text of a step or a heading: read as it will be printed, written in place. The editor's code comes when it is first needed. */
export const TextBlock = memo(function TextBlock({ id, number, field, text, isEditing, onEdit }: Props) {
  const { t, app, say, writes, isReading } = useOutline();
  const drawing = useDrawing();
  const burst = useRef(newBurst());
  const opener = useRef<HTMLButtonElement>(null);
  const own = text?.[writes] ?? '';
  const shown = own || say(text);
  const name = t(`outline.${field}`);
  const edit = () => {
    burst.current = newBurst();
    onEdit(field);
  };
  if (isEditing && !isReading)
    return (
      <section className="outline-text" aria-label={`${name} : ${number}`}>
        <Suspense fallback={<Loader size="sm" role="status" aria-label={app('app.loading')} />}>
          <MarkdownEditor
            label={`${name} : ${number}`}
            value={own}
            onChange={(value) =>
              drawing.perform(
                setField,
                { section: 'steps', id, path: [field, writes], ...(value !== '' && { value }) },
                burst.current,
              )
            }
            onDone={() => {
              onEdit(undefined);
              requestAnimationFrame(() => opener.current?.focus());
            }}
          />
        </Suspense>
      </section>
    );
  if (shown === '') return null;
  return (
    <section className="outline-text" data-field={field} aria-label={`${name} : ${number}`}>
      <span className="outline-text-name">
        {name}
        {isReading ? null : (
          <button
            ref={opener}
            type="button"
            className="outline-icon"
            aria-label={t('outline.edit', { name: `${name}, ${number}` })}
            onClick={edit}
          >
            <IconPencil size={16} aria-hidden />
          </button>
        )}
      </span>
      {own === '' ? <small>{t('outline.inOther')}</small> : null}
      <Prose>{shown}</Prose>
    </section>
  );
});
