import { ActionIcon, Badge, Button, Group, Stack, Title } from '@mantine/core';
import { IconPencil, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { removeElement } from '../commands/elements.ts';
import { useDrawing, useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { StoryEditor } from './story-editor.tsx';
import { StoryPlayer } from './story-player.tsx';

type Props = {
  /** What stands below while no story is played: there is one map at a time. */
  readonly children?: ReactNode;
};

/** The stories kept with the procedure, each to be played on the map or taken away. */
export function StoryList({ children }: Props) {
  const { t, say } = useDrawingWords();
  const drawing = useDrawing();
  const { scenarios } = useDrawnPack();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const [playing, setPlaying] = useState<string>();
  const [correcting, setCorrecting] = useState<string>();
  const opener = useRef<HTMLButtonElement | null>(null);
  const told = playing === undefined ? undefined : scenarios[playing];
  const stories = Object.entries(scenarios).sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0));
  return (
    <>
      {stories.length === 0 ? null : (
        <Stack gap={4} component="section" aria-label={t('findings.story.list')}>
          <Title order={2} size="h5">
            {t('findings.story.list')} ({stories.length})
          </Title>
          {stories.map(([id, { title, marks }]) => {
            const name = say(title) || id;
            return (
              <Group key={id} gap="xs" wrap="nowrap" maw={760} className="story-row" data-kept={id}>
                <Button
                  variant="subtle"
                  mih={44}
                  aria-label={t('findings.story.play', { name })}
                  leftSection={<IconPlayerPlay size={18} aria-hidden />}
                  h="auto"
                  py={6}
                  me="auto"
                  justify="flex-start"
                  styles={{ label: { whiteSpace: 'normal', textAlign: 'start', lineHeight: 1.3 } }}
                  onClick={({ currentTarget }) => {
                    opener.current = currentTarget;
                    setCorrecting(undefined);
                    setPlaying(id);
                  }}
                >
                  {name}
                </Button>
                {marks ? (
                  <Badge color="gray" className="chip">
                    {t('findings.story.exercise')}
                  </Badge>
                ) : null}
                {isReadOnly ? null : (
                  <ActionIcon
                    size={44}
                    variant="subtle"
                    color="gray"
                    aria-label={t('stories.correct', { name })}
                    aria-expanded={correcting === id}
                    onClick={({ currentTarget }) => {
                      opener.current = currentTarget;
                      setPlaying(undefined);
                      setCorrecting(id);
                    }}
                  >
                    <IconPencil size={18} aria-hidden />
                  </ActionIcon>
                )}
                {isReadOnly ? null : (
                  <ActionIcon
                    size={44}
                    variant="subtle"
                    color="gray"
                    aria-label={t('findings.mends.remove', { name })}
                    onClick={() => drawing.perform(removeElement, { section: 'scenarios', id })}
                  >
                    <IconTrash size={18} aria-hidden />
                  </ActionIcon>
                )}
              </Group>
            );
          })}
        </Stack>
      )}
      {correcting !== undefined && Object.hasOwn(scenarios, correcting) && !isReadOnly ? (
        <StoryEditor
          key={correcting}
          id={correcting}
          onClose={() => {
            setCorrecting(undefined);
            opener.current?.focus();
          }}
        />
      ) : told ? (
        <StoryPlayer
          key={playing}
          story={told}
          title={say(told.title)}
          onClose={() => {
            setPlaying(undefined);
            opener.current?.focus();
          }}
        />
      ) : (
        children
      )}
    </>
  );
}
