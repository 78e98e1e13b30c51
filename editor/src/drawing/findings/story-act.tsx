import { ActionIcon, Button, Group, MultiSelect, Select, Stack, Text, UnstyledButton } from '@mantine/core';
import type { Act, Scenario } from '@parcours/engine';
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronRight,
  IconPlus,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import { useState } from 'react';
import { FactField } from '../../forms/fact-field.tsx';
import { useLabels } from '../../pack/pack-context.tsx';
import { useMoments } from '../../words/use-moments.ts';
import { useDrawnPack } from '../drawing-context.tsx';
import { newBurst } from '../log/burst.ts';
import { DurationInput } from '../sections/duration-input.tsx';
import { usePicks } from '../sections/element-picks.ts';
import { useEventNames } from '../sections/use-event-names.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { actAs, afterStart, kindOf, withAnswer } from './story-edit.ts';

type Props = {
  readonly story: Scenario;
  readonly index: number;
  readonly act: Act;
  readonly onChange: (act: Act, burst?: string) => void;
  readonly onAdd: () => void;
  /** To another place; without one it is taken away. */
  readonly onMove: (to?: number) => void;
};

/** One act as a line, which opens to be corrected. */
export function StoryAct(props: Props) {
  const { story, index, act, onAdd, onMove } = props;
  const { t } = useDrawingWords();
  const labels = useLabels();
  const called = useEventNames();
  const { duration } = useMoments();
  const [isOpen, setOpen] = useState(false);
  const n = index + 1;
  const kind = kindOf(act);
  const what = kind === 'event' ? called(act.event ?? '') : t(`stories.${kind}`);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const small = { size: 44, variant: 'subtle', color: 'gray' } as const;
  return (
    <li data-act={index}>
      <UnstyledButton
        className="story-act-line to-do-kind"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Chevron size={18} aria-hidden className={isOpen ? undefined : 'flip-in-rtl'} />
        <span>
          {t('stories.act', { n })} · {duration(afterStart(story, act))} ·{' '}
          {act.by ? `${labels.role(act.by.role)} · ` : ''}
          {what}
        </span>
      </UnstyledButton>
      {isOpen ? (
        <Stack gap="sm" ps="lg" pb="md">
          <ActFields {...props} />
          <Group gap={4}>
            <ActionIcon
              {...small}
              aria-label={t('stories.up', { n })}
              disabled={index === 0}
              onClick={() => onMove(index - 1)}
            >
              <IconArrowUp size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              {...small}
              aria-label={t('stories.down', { n })}
              disabled={index === story.acts.length - 1}
              onClick={() => onMove(index + 1)}
            >
              <IconArrowDown size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              {...small}
              aria-label={t('stories.remove', { n })}
              disabled={story.acts.length === 1}
              onClick={() => onMove()}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
            <Button
              variant="subtle"
              mih={44}
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={onAdd}
            >
              {t('stories.add', { n })}
            </Button>
          </Group>
        </Stack>
      ) : null}
    </li>
  );
}

const WAIT = '/wait';
const RECORD = '/record';

function ActFields({ story, act, onChange }: Props) {
  const { t } = useDrawingWords();
  const pack = useDrawnPack();
  const events = usePicks('events', ({ when }: { when?: string }) => when === undefined);
  const roles = usePicks('roles');
  const steps = usePicks('steps', ({ kind }: { kind: string }) => ['work', 'wait', 'end'].includes(kind));
  const kind = kindOf(act);
  const [burst] = useState(newBurst);
  const known = Object.keys(act.facts ?? {}).filter((fact) => Object.hasOwn(pack.facts, fact));
  const pick = (value: string | null) => {
    if (value === null) return;
    onChange(
      value === WAIT
        ? actAs(act, 'wait')
        : value === RECORD
          ? actAs(act, 'record')
          : actAs(act, 'event', value),
    );
  };
  return (
    <>
      <DurationInput
        label={t('stories.when')}
        value={afterStart(story, act)}
        onChange={(at) => onChange({ ...act, at }, burst)}
      />
      {kind === 'other' ? (
        <Text>{t('stories.other')}</Text>
      ) : (
        <Select
          label={t('stories.what')}
          searchable
          allowDeselect={false}
          limit={80}
          value={kind === 'event' ? (act.event ?? null) : kind === 'wait' ? WAIT : RECORD}
          data={[
            { value: WAIT, label: t('stories.wait') },
            { value: RECORD, label: t('stories.record') },
            ...events,
          ]}
          nothingFoundMessage={t('sections.none')}
          onChange={pick}
        />
      )}
      {kind === 'wait' ? null : (
        <Select
          label={t('stories.who')}
          placeholder={t('stories.nobody')}
          searchable
          clearable
          value={act.by?.role ?? null}
          data={roles}
          onChange={(role) => {
            const { by, ...rest } = act;
            onChange(role === null ? rest : { ...rest, by: { person: by?.person ?? role, role } });
          }}
        />
      )}
      {kind === 'event' || kind === 'record' ? <Answers act={act} known={known} onChange={onChange} /> : null}
      <MultiSelect
        label={t('stories.thenAt')}
        description={t('stories.thenAtHint')}
        searchable
        clearable
        limit={80}
        data={steps}
        value={act.expect?.steps ?? []}
        nothingFoundMessage={t('sections.none')}
        onChange={(next) => {
          const { expect, ...rest } = act;
          const { steps: _, ...others } = expect ?? {};
          const wanted = next.length > 0 ? { ...others, steps: next } : others;
          onChange(Object.keys(wanted).length > 0 ? { ...rest, expect: wanted } : rest);
        }}
      />
    </>
  );
}

function Answers({ act, known, onChange }: Pick<Props, 'act' | 'onChange'> & { known: readonly string[] }) {
  const { t } = useDrawingWords();
  const labels = useLabels();
  const [added, setAdded] = useState<readonly string[]>([]);
  const [burst] = useState(newBurst);
  const shown = [...new Set([...known, ...added])];
  const others = usePicks(
    'facts',
    ((fact: { derive?: unknown }) => fact.derive === undefined) as never,
  ).filter(({ value }) => !shown.includes(value));
  return (
    <Stack gap="sm" role="group" aria-label={t('stories.answers')}>
      <Text size="sm" fw={600}>
        {t('stories.answers')}
      </Text>
      {shown.map((fact) => (
        <Group key={fact} gap="xs" wrap="nowrap" align="flex-start">
          <div style={{ flex: 1, minInlineSize: 0 }}>
            <FactField
              fact={fact}
              value={act.facts?.[fact] as never}
              onChange={(value) => onChange(withAnswer(act, fact, value), `${burst} ${fact}`)}
            />
          </div>
          <ActionIcon
            size={44}
            variant="subtle"
            color="gray"
            aria-label={t('stories.dropAnswer', { name: labels.fact(fact) })}
            onClick={() => {
              setAdded(added.filter((each) => each !== fact));
              if (known.includes(fact)) onChange(withAnswer(act, fact, undefined));
            }}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Select
        label={t('stories.addAnswer')}
        searchable
        limit={80}
        value={null}
        data={others}
        nothingFoundMessage={t('sections.none')}
        onChange={(fact) => fact !== null && setAdded([...added, fact])}
      />
    </Stack>
  );
}
