import { TextInput } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { memo, use, useEffect, useRef } from 'react';
import { PlaceMarks } from '../adapt/place-marks.tsx';
import { useMark } from '../adapt/use-mark.ts';
import { setField } from '../commands/elements.ts';
import { useDrawing, useDrawingState } from '../drawing-context.tsx';
import { useBurst } from '../panel/step-field.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { RenamingContext, useMapActs } from './map-acts.ts';

type Props = { readonly step: string; readonly title: string };

/** On each card: what is marked of it, its menu, "+" behind it, and its title to type in. Keys do the same, so Tab does not stop here. */
export const CardTools = memo(function CardTools({ step, title: name }: Props) {
  const { t } = useDrawingWords();
  const acts = useMapActs();
  const renaming = use(RenamingContext);
  const mark = useMark(`steps/${step}`);
  return (
    <>
      <span className="card-marks nodrag nopan" data-adapted={mark?.status}>
        <PlaceMarks place={`steps/${step}`} isStop={false} />
      </span>
      <button
        type="button"
        tabIndex={-1}
        className="card-menu nodrag nopan"
        aria-label={t('map.menuOf', { name })}
        onClick={(pressed) => {
          const { left, bottom } = pressed.currentTarget.getBoundingClientRect();
          acts.openStepMenu(step, { x: left, y: bottom });
        }}
      >
        <IconDots size={18} aria-hidden />
      </button>
      <button
        type="button"
        tabIndex={-1}
        className="card-plus nodrag nopan"
        aria-label={`${t('map.addAfter')} : ${name}`}
        title={t('map.addAfter')}
        onClick={(pressed) => {
          pressed.stopPropagation();
          acts.addAfter(step);
        }}
      >
        <IconPlus size={16} aria-hidden />
      </button>
      {renaming.step === step ? <Rename step={step} onEnd={renaming.end} /> : null}
    </>
  );
});

/** The title, typed where it is read; Enter and Escape leave, what was typed stays. */
function Rename({ step, onEnd }: { readonly step: string; readonly onEnd: () => void }) {
  const { t, say, language } = useDrawingWords();
  const drawing = useDrawing();
  const { begin, mark } = useBurst();
  const title = useDrawingState(({ log }) => log.pack.steps[step]?.title);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    begin();
    field.current?.focus();
    field.current?.select();
  }, [begin]);
  const set = (value: string) =>
    drawing.perform(
      setField,
      {
        section: 'steps',
        id: step,
        path: ['title', language],
        ...(value === '' ? {} : { value }),
      },
      mark(),
    );
  return (
    <TextInput
      ref={field}
      className="card-rename nodrag nopan"
      aria-label={t('map.stepTitle')}
      placeholder={say(title) === '' ? t('map.stepTitleHint') : say(title)}
      value={title?.[language] ?? ''}
      dir="auto"
      onChange={({ currentTarget }) => set(currentTarget.value)}
      onBlur={onEnd}
      onKeyDown={(pressed) => {
        pressed.stopPropagation();
        if (pressed.key === 'Enter' || pressed.key === 'Escape') {
          pressed.currentTarget.closest<HTMLElement>('.react-flow__node')?.focus();
          onEnd();
        }
      }}
    />
  );
}
