import { Button, Group, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { stepDefinition } from '../../../pack/step-of-pack.ts';
import { useMoments } from '../../../words/use-moments.ts';
import { addElement, idFor, setField } from '../../commands/elements.ts';
import { useDrawing, useDrawnPack } from '../../drawing-context.tsx';
import { newBurst } from '../../log/burst.ts';
import { spanDeadline } from '../../panel/add-span.ts';
import { readSpan } from '../../spans/read-span.ts';
import { useOutline } from '../outline-context.ts';
import { shownDeadline } from '../outline-of.ts';
import { onEnter, PickList } from '../pick-list.tsx';

/** ISO 8601 of a number of each unit. */
const UNITS = {
  hours: (n: number) => `PT${n}H`,
  days: (n: number) => `P${n}D`,
  workingDays: (n: number) => `P${n}D`,
  weeks: (n: number) => `P${n}W`,
  months: (n: number) => `P${n}M`,
  minutes: (n: number) => `PT${n}M`,
} as const;
type Unit = keyof typeof UNITS;

/** By when a step must be done: ticked among the deadlines of the procedure, or a new span. */
export function DeadlinePicker({ step }: { step: string }) {
  const { t, say, spanWords, writes } = useOutline();
  const moments = useMoments();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const chosen = stepDefinition(pack, step)?.deadlines ?? [];
  const set = (deadlines: readonly string[], burst?: string) =>
    drawing.perform(
      setField,
      { section: 'steps', id: step, path: ['deadlines'], ...(deadlines.length > 0 && { value: deadlines }) },
      burst,
    );
  return (
    <PickList
      label={t('outline.deadlines')}
      options={Object.keys(pack.deadlines).map((id) => ({
        id,
        label: spanWords(shownDeadline(pack, id)),
        hint: say(pack.deadlines[id]?.label) || id,
      }))}
      chosen={chosen}
      onPick={(id) => set(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])}
      onNew={(words) => {
        const span = readSpan(words);
        if (!span) return false;
        const burst = newBurst();
        const told = moments.duration(span.within, span.calendar === 'working');
        const id = spanDeadline(drawing, span, { [writes]: t('panel.within', { span: told }) }, burst);
        if (id !== undefined) set([...new Set([...chosen, id])], burst);
        return id !== undefined;
      }}
    >
      {() => <NewDeadline step={step} onAdd={(id, burst) => set([...chosen, id], burst)} />}
    </PickList>
  );
}

type NewProps = { readonly step: string; readonly onAdd: (id: string, burst: string) => void };

function NewDeadline({ step, onAdd }: NewProps) {
  const { t, say, writes } = useOutline();
  const drawing = useDrawing();
  const [name, setName] = useState(() => say(drawing.get().log.pack.steps[step]?.title));
  const [number, setNumber] = useState<number | string>('');
  // 48 hours are not 48 days: nobody's unit is taken for granted.
  const [unit, setUnit] = useState<Unit>();
  const isReady = name.trim() !== '' && typeof number === 'number' && number > 0 && unit !== undefined;
  const add = () => {
    if (!isReady) return;
    const id = idFor(drawing.get().log.pack, 'deadlines', name);
    const burst = newBurst();
    const value = {
      label: { [writes]: name.trim() },
      within: UNITS[unit](number),
      calendar: unit === 'workingDays' ? 'working' : 'elapsed',
      from: 'entry',
      met: 'leaving',
      ends: 'any',
      basis: 'practice',
    };
    if (drawing.perform(addElement, { section: 'deadlines', id, value }, burst)) onAdd(id, burst);
  };
  return (
    <details className="outline-new">
      <summary>{t('outline.pick.newDeadline')}</summary>
      <Stack gap="xs" onKeyDown={(event) => onEnter(event, add)}>
        <TextInput
          size="sm"
          dir="auto"
          label={t('outline.pick.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group align="end" wrap="nowrap" gap="xs">
          <NumberInput
            size="sm"
            w={84}
            min={1}
            max={999}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            label={t('outline.pick.span')}
            value={number}
            onChange={setNumber}
          />
          <NativeSelect
            size="sm"
            style={{ flex: 1 }}
            label={t('outline.pick.unit')}
            value={unit ?? ''}
            data={[
              ...(unit === undefined
                ? [{ value: '', label: t('sections.duration.pickUnit'), disabled: true }]
                : []),
              ...(Object.keys(UNITS) as Unit[]).map((each) => ({
                value: each,
                label: t(`outline.pick.units.${each}`),
              })),
            ]}
            onChange={(event) => setUnit(event.currentTarget.value as Unit)}
          />
          <Button size="sm" mih={36} disabled={!isReady} onClick={add}>
            {t('outline.pick.create')}
          </Button>
        </Group>
      </Stack>
    </details>
  );
}
