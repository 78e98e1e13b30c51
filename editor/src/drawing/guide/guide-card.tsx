import './guide.css';
import { ActionIcon, Button, Group, Progress, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { unbroken } from '@parcours/engine';
import { IconArrowRight, IconCircle, IconCircleCheck, IconX } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { ShortcutText } from '../actions/shortcut-text.tsx';
import { useDrawing, useDrawnPack } from '../drawing-context.tsx';
import { useFindings } from '../findings/use-findings.ts';
import type { ViewId } from '../views.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { type GuideTask, type GuideTaskId, guideTasks, nextTask } from './guide-tasks.ts';
import { useRemembered } from './use-remembered.ts';

type Props = { readonly onView: (view: ViewId) => void; readonly onClose: () => void };

/** A quiet card beside the draft: the next task of a first procedure, where it is done, and what is done already. */
export function GuideCard({ onView, onClose }: Props) {
  const { t } = useDrawingWords();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const { all, verdicts, isChecked } = useFindings();
  const [isTakenOut] = useRemembered('takenOut');
  const [isPractice, sayPractice] = useRemembered('practice');
  const tasks = useMemo(
    () => guideTasks(pack, { findings: all, verdicts, isChecked, isTakenOut, isPractice }),
    [pack, all, verdicts, isChecked, isTakenOut, isPractice],
  );
  const done = tasks.filter(({ isDone }) => isDone).length;
  const [picked, pick] = useState<GuideTaskId>();
  const [isListOpen, openList] = useState(false);
  const next = nextTask(tasks, picked);
  const show = (view: ViewId, place?: string) => {
    onView(view);
    if (place !== undefined) drawing.select(place, { reveal: true });
  };
  const shows = useRef<HTMLButtonElement>(null);
  // What is told stands above a long list: the list closes, and the eyes are where the words are.
  const choose = ({ id, view, place }: GuideTask) => {
    pick(id);
    openList(false);
    shows.current?.focus();
    show(view, place);
  };
  // From wherever one writes to the next task, as from part to part of a window.
  useHotkeys([['F6', () => shows.current?.focus()]], [], true);
  const count = t('guide.count', { done, all: tasks.length });
  return (
    <aside className="guide-card" aria-label={t('guide.title')}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={2} size="h5">
            {t('guide.title')}
          </Title>
          <Text size="sm" c="dimmed" aria-live="polite">
            {count}
          </Text>
        </div>
        <ActionIcon size={44} aria-label={t('guide.close')} onClick={onClose}>
          <IconX size={20} aria-hidden />
        </ActionIcon>
      </Group>
      <Progress value={(done / tasks.length) * 100} size="sm" aria-label={count} />
      <div className="guide-next">
        <div>
          <Text fw={650}>{next ? t(`guide.tasks.${next.id}.title`) : t('guide.end.title')}</Text>
          <Text size="sm">{unbroken(next ? t(`guide.tasks.${next.id}.how`) : t('guide.end.how'))}</Text>
        </div>
        <Button
          ref={shows}
          aria-keyshortcuts="F6"
          leftSection={<ShortcutText keys="F6" />}
          variant="light"
          mih={44}
          className="wrap"
          rightSection={<IconArrowRight size={18} aria-hidden className="flip-in-rtl" />}
          onClick={() => (next ? show(next.view, next.place) : show('decide'))}
        >
          {t(next ? 'guide.show' : 'guide.end.show')}
        </Button>
        {next?.id === 'rests' ? (
          <Button
            variant="subtle"
            mih={44}
            className="wrap"
            onClick={() => {
              sayPractice();
              shows.current?.focus();
            }}
          >
            {t('guide.practice')}
          </Button>
        ) : null}
      </div>
      <details open={isListOpen} onToggle={({ currentTarget }) => openList(currentTarget.open)}>
        <summary>{t('guide.all')}</summary>
        <ol className="guide-tasks">
          {tasks.map((task) => (
            <li key={task.id}>
              <button type="button" className="guide-task" onClick={() => choose(task)}>
                {task.isDone ? (
                  <IconCircleCheck size={20} role="img" aria-label={t('guide.done')} />
                ) : (
                  <IconCircle size={20} role="img" aria-label={t('guide.open')} />
                )}
                <span>{t(`guide.tasks.${task.id}.title`)}</span>
              </button>
            </li>
          ))}
        </ol>
      </details>
    </aside>
  );
}
