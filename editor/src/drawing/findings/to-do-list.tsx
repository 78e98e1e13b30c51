import { Button, Group, NativeSelect, Stack, Text, TextInput, ThemeIcon, Title } from '@mantine/core';
import type { Severity } from '@parcours/engine';
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCircleCheck,
  IconInfoCircle,
  IconSearch,
} from '@tabler/icons-react';
import { memo, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { DrawingFindings } from './drawing-findings.ts';
import { groupsOf, type ToDo, type ToDoGroup, toDosOf } from './to-do.ts';
import { ToDoGroupCard } from './to-do-group.tsx';
import { useFocusNext } from './use-focus-next.ts';
import { usePartOf } from './use-part-of.ts';
import { useToDoText } from './use-told.ts';

const LOOKS = {
  error: { color: 'red', Icon: IconAlertCircle },
  warning: { color: 'orange', Icon: IconAlertTriangle },
  info: { color: 'gray', Icon: IconInfoCircle },
} as const;

/** A filter is offered from so many on. */
const MANY = 6;

type Props = Pick<DrawingFindings, 'all' | 'verdicts'> & {
  /** Everything was read and nothing found. */
  readonly isNothing: boolean;
};

/** What is left to do, gravest first, the same kind together; hints stay folded until somebody opens them. */
export const ToDoList = memo(function ToDoList({ all, verdicts, isNothing }: Props) {
  const { t } = useDrawingWords();
  const box = useRef<HTMLDivElement>(null);
  const toDos = useMemo(() => toDosOf(all), [all]);
  const filter = useFilter(toDos);
  const groups = useMemo(() => groupsOf(filter.shown), [filter.shown]);
  const [mended, setMended] = useState(0);
  useFocusNext(box, toDos);
  if (isNothing) {
    return (
      <div ref={box}>
        <Group gap="sm" tabIndex={-1} data-rest>
          <ThemeIcon color="green" variant="light" size={44} radius="xl">
            <IconCircleCheck size={26} aria-hidden />
          </ThemeIcon>
          <Text>{t('findings.nothing')}</Text>
        </Group>
      </div>
    );
  }
  return (
    <Stack gap="xl" ref={box}>
      {toDos.length >= MANY ? <FilterFields filter={filter} of={toDos.length} /> : null}
      <Text size="sm" c="dimmed" role="status" mt={-8} hidden={mended === 0}>
        {mended > 0 ? t('todos.mended', { count: mended }) : ''}
      </Text>
      {(['error', 'warning', 'info'] as const).map((severity) => (
        <GravityPart
          key={severity}
          severity={severity}
          groups={groups.filter((each) => each.severity === severity)}
          isFiltered={filter.isOn}
          verdicts={verdicts}
          onMended={setMended}
        />
      ))}
    </Stack>
  );
});

type PartProps = {
  readonly severity: Severity;
  readonly groups: readonly ToDoGroup[];
  readonly isFiltered: boolean;
  readonly verdicts: Props['verdicts'];
  readonly onMended: (count: number) => void;
};

/** All that is equally grave, one line for each kind. */
function GravityPart({ severity, groups, isFiltered, verdicts, onMended }: PartProps) {
  const { t } = useDrawingWords();
  if (groups.length === 0) return null;
  const { color, Icon } = LOOKS[severity];
  const count = groups.reduce((sum, { toDos }) => sum + toDos.length, 0);
  return (
    <section aria-labelledby={`todo-${severity}`} data-severity={severity}>
      <Group gap="xs" wrap="nowrap" align="flex-start" mb="sm">
        <ThemeIcon color={color} variant="light" size={32} radius="xl">
          <Icon size={20} aria-hidden />
        </ThemeIcon>
        <div>
          <Title order={2} size="h4" id={`todo-${severity}`}>
            {t('todos.counted', {
              name: t(`findings.groups.${severity}`),
              points: t('todos.points', { count }),
            })}
          </Title>
          <Text size="sm" c="dimmed">
            {t(`findings.explain.${severity}`)}
          </Text>
        </div>
      </Group>
      <Stack gap="sm">
        {groups.map((group) => (
          <ToDoGroupCard
            key={`${group.key} ${isFiltered}`}
            group={group}
            isOpenAtFirst={isFiltered || severity !== 'info'}
            verdicts={verdicts}
            onMended={onMended}
          />
        ))}
      </Stack>
    </section>
  );
}

type Filter = ReturnType<typeof useFilter>;

const EVERYWHERE = '';

const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** To-dos that say what is looked for, in the part of the procedure that is looked at. */
function useFilter(toDos: readonly ToDo[]) {
  const told = useToDoText();
  const partOf = usePartOf();
  const [typed, setTyped] = useState('');
  const [part, setPart] = useState(EVERYWHERE);
  const wanted = useDeferredValue(plain(typed.trim()));
  const parts = useMemo(() => {
    const names = new Map(toDos.map((toDo) => Object.values(partOf(toDo)) as [string, string]));
    return [...names].map(([value, label]) => ({ value, label }));
  }, [toDos, partOf]);
  const isThere = parts.some(({ value }) => value === part);
  const chosen = isThere ? part : EVERYWHERE;
  const shown = useMemo(
    () =>
      wanted === '' && chosen === EVERYWHERE
        ? toDos
        : toDos.filter(
            (toDo) =>
              (chosen === EVERYWHERE || partOf(toDo).id === chosen) &&
              (wanted === '' || plain(told(toDo)).includes(wanted)),
          ),
    [toDos, wanted, chosen, partOf, told],
  );
  const clear = () => {
    setTyped('');
    setPart(EVERYWHERE);
  };
  return {
    typed,
    setTyped,
    part: chosen,
    setPart,
    parts,
    shown,
    clear,
    isOn: wanted !== '' || chosen !== EVERYWHERE,
  };
}

function FilterFields({ filter, of }: { readonly filter: Filter; readonly of: number }) {
  const { t } = useDrawingWords();
  const { typed, setTyped, part, setPart, parts, shown, isOn, clear } = filter;
  return (
    <Stack gap={6} role="search">
      <Group gap="sm" align="flex-end">
        <TextInput
          label={t('todos.search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={typed}
          flex="1 1 16rem"
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <NativeSelect
          label={t('todos.where')}
          flex="1 1 14rem"
          value={part}
          data={[{ value: EVERYWHERE, label: t('todos.everywhere') }, ...parts]}
          onChange={({ currentTarget }) => setPart(currentTarget.value)}
        />
        {isOn ? (
          <Button variant="default" mih={44} onClick={clear}>
            {t('todos.all')}
          </Button>
        ) : null}
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {!isOn ? '' : shown.length === 0 ? t('todos.noMatch') : t('todos.of', { count: shown.length, of })}
      </Text>
    </Stack>
  );
}
