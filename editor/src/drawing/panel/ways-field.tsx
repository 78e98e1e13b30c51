import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconRowInsertBottom, IconTrash } from '@tabler/icons-react';
import { memo, useDeferredValue, useMemo, useRef } from 'react';
import { keepSame } from '../../map/same-value.ts';
import { insertStep } from '../commands/add-step.ts';
import type { Way } from '../commands/way.ts';
import { removeWay, reorderWay, retargetWay, setGuard, trackOf } from '../commands/ways.ts';
import { useDrawing, useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { findState, statesWithin } from '../log/find-state.ts';
import { type OutlineWay, waysOn } from '../outline/outline-ways.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { PickOne } from './pick-field.tsx';
import { TextField } from './text-field.tsx';
import { useChoices } from './use-choices.ts';

const NO_NUMBERS: ReadonlyMap<string, string> = new Map();
const NO_WAYS: readonly OutlineWay[] = [];

/** Steps and stages to which a way from here may lead: those of its own track. */
export function useTargets(from: string) {
  const machine = useDrawingState(({ log }) => log.pack.machine);
  // Names follow the keys when there is time: hundreds of steps may be led to.
  const steps = useDeferredValue(useDrawingState(({ log }) => log.pack.steps));
  const { say } = useDrawingWords();
  return useMemo(() => {
    const track = trackOf({ machine } as Parameters<typeof trackOf>[0], from);
    const state = track === undefined ? undefined : findState(machine, track)?.state;
    return [...(state ? statesWithin(state) : [])]
      .filter(({ id, type }) => id !== track && type !== 'history')
      .map(({ id }) => ({ value: id, label: say(steps[id]?.title, id) }));
  }, [machine, steps, say, from]);
}

type Props = { readonly step: string; readonly onGoesTo: (step: string) => void };

/** What follows a step: each way with its outcome, where it leads and on what condition. All that a drag can do. */
export function WaysField({ step, onGoesTo }: Props) {
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const state = findState(pack.machine, step)?.state;
  const ways = useSameWays(state ? waysOn(pack, NO_NUMBERS, state) : NO_WAYS);
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        {t('panel.ways')}
      </Title>
      {ways.length === 0 ? <Text c="dimmed">{t('panel.noWays')}</Text> : null}
      {ways.map((way) => (
        <WayRow key={keyOf(way)} shown={way} />
      ))}
      {isReadOnly ? null : (
        <Button
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onGoesTo(step)}
          className="wrap"
        >
          {t('panel.goesTo')}
        </Button>
      )}
    </Stack>
  );
}

const keyOf = ({ way: { by, name, index } }: OutlineWay) => `${by} ${name} ${index}`;

/** A way that says what it said before is the same object, so that its row is not drawn again. */
function useSameWays(ways: readonly OutlineWay[]): readonly OutlineWay[] {
  const before = useRef(NO_WAYS);
  before.current = keepSame(before.current, ways, keyOf);
  return before.current;
}

const WayRow = memo(function WayRow({ shown }: { readonly shown: OutlineWay }) {
  const { t, say, language } = useDrawingWords();
  const drawing = useDrawing();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const targets = useTargets(shown.way.from);
  const rules = useChoices('rules');
  const { way, guard } = shown;
  const isEvent = shown.cause === 'event' || shown.cause === 'signal';
  const move = (to: number) => drawing.perform(reorderWay, { way, to });
  const insert = (on: Way) => {
    const outcome = { [language]: t('actions.outcome') };
    if (drawing.perform(insertStep, { way: on, title: {}, outcome }))
      drawing.select(drawing.get().log.past.at(-1)?.places[0], { reveal: true });
  };
  return (
    <Stack gap="xs" className="panel-way">
      {isEvent ? (
        <TextField
          section="events"
          id={way.name}
          path={['label']}
          text={shown.label}
          label={t('panel.outcome')}
        />
      ) : (
        <Text fw={600}>
          {shown.cause === 'deadline'
            ? t('panel.lapses', { deadline: say(shown.label, way.name) })
            : shown.cause === 'joined'
              ? t('panel.joined')
              : t('panel.alone')}
        </Text>
      )}
      <PickOne
        label={t('panel.leadsTo')}
        choices={targets}
        picked={shown.target?.id}
        isRequired
        placeholder={t('panel.staysHere')}
        onPick={(to) => to !== undefined && drawing.perform(retargetWay, { way, to })}
      />
      {guard === undefined || guard.kind === 'rule' ? (
        <PickOne
          label={t('panel.condition')}
          choices={rules}
          picked={guard?.id}
          placeholder={t('panel.noCondition')}
          onPick={(rule) => drawing.perform(setGuard, { way, ...(rule !== undefined && { guard: rule }) })}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {t('panel.mixed')}
        </Text>
      )}
      {isReadOnly ? null : (
        <Group gap={4}>
          <ActionIcon
            aria-label={t('panel.insertHere')}
            title={t('panel.insertHere')}
            disabled={shown.target === undefined}
            onClick={() => insert(way)}
          >
            <IconRowInsertBottom size={20} aria-hidden />
          </ActionIcon>
          {shown.among > 1 ? (
            <>
              <ActionIcon
                aria-label={t('panel.earlier')}
                title={t('panel.earlier')}
                disabled={way.index === 0}
                onClick={() => move(way.index - 1)}
              >
                <IconArrowUp size={20} aria-hidden />
              </ActionIcon>
              <ActionIcon
                aria-label={t('panel.later')}
                title={t('panel.later')}
                disabled={way.index === shown.among - 1}
                onClick={() => move(way.index + 1)}
              >
                <IconArrowDown size={20} aria-hidden />
              </ActionIcon>
            </>
          ) : null}
          <ActionIcon
            ms="auto"
            color="red"
            aria-label={t('panel.removeWay')}
            title={t('panel.removeWay')}
            onClick={() => drawing.perform(removeWay, way)}
          >
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        </Group>
      )}
    </Stack>
  );
});
