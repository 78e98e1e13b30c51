import { Button, Stack, TextInput } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { setField } from '../../commands/elements.ts';
import type { Way } from '../../commands/way.ts';
import { connect, retargetWay, setGuard, whyNotTo } from '../../commands/ways.ts';
import { useDrawing, useDrawnPack } from '../../drawing-context.tsx';
import { newBurst } from '../../log/burst.ts';
import { useOutline } from '../outline-context.ts';
import { outlineOf, rowsOf } from '../outline-of.ts';
import { PickList, type PickOption } from '../pick-list.tsx';

type WayProps = { readonly way: Way; readonly onDone: () => void };

/** Steps and stages to which something may lead, by number and title. */
function useTargets(allowed: (id: string) => boolean): readonly PickOption[] {
  const { t, say } = useOutline();
  const pack = useDrawnPack();
  return rowsOf(useMemo(() => outlineOf(pack), [pack]))
    .filter(({ id, kind }) => kind !== 'track' && allowed(id))
    .map(({ id, number, title }) => ({ id, label: `${number} ${say(title) || t('actions.untitled')}` }));
}

/** The step to which a way leads. */
export function TargetPicker({ way, onDone }: WayProps) {
  const { t } = useOutline();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const options = useTargets((to) => retargetWay.can(pack, { way, to }) === undefined);
  return (
    <PickList
      label={t('outline.way.to')}
      options={options}
      onPick={(to) => {
        drawing.perform(retargetWay, { way, to });
        onDone();
      }}
    />
  );
}

/** The rule that must hold for a way to be taken. */
export function GuardPicker({ way, onDone }: WayProps) {
  const { t, say } = useOutline();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  return (
    <PickList
      label={t('outline.way.if_')}
      options={Object.entries(pack.rules).map(([id, rule]) => ({ id, label: say(rule.label) || id }))}
      onPick={(guard) => {
        drawing.perform(setGuard, { way, guard });
        onDone();
      }}
    />
  );
}

/** The words of an outcome, typed as one burst. */
export function OutcomeField({ way, onDone }: WayProps) {
  const { t, say, writes } = useOutline();
  const drawing = useDrawing();
  const label = useDrawnPack().events[way.name]?.label;
  const burst = useRef(newBurst());
  return (
    <TextInput
      data-autofocus
      dir="auto"
      label={t('outline.way.outcome')}
      placeholder={say(label) || t('outline.way.outcomeHint')}
      value={label?.[writes] ?? ''}
      onKeyDown={(event) => event.key === 'Enter' && onDone()}
      onChange={(event) => {
        const value = event.currentTarget.value;
        drawing.perform(
          setField,
          { section: 'events', id: way.name, path: ['label', writes], ...(value !== '' && { value }) },
          burst.current,
        );
      }}
    />
  );
}

type NewProps = { readonly from: string; readonly onDone: () => void };

/** A new way on: which outcome, to which step. */
export function NewWayPicker({ from, onDone }: NewProps) {
  const { t, writes } = useOutline();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const [outcome, setOutcome] = useState('');
  const [to, setTo] = useState<string>();
  const options = useTargets((id) => id !== from && whyNotTo(pack, from, id) === undefined);
  const target = options.find(({ id }) => id === to);
  const add = () => {
    if (to === undefined) return;
    const event = { label: { [writes]: outcome.trim() } };
    if (drawing.perform(connect, { from, to, event })) onDone();
  };
  return (
    <Stack gap="xs">
      <TextInput
        data-autofocus
        dir="auto"
        size="sm"
        label={t('outline.way.outcome')}
        placeholder={t('outline.way.outcomeHint')}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
      />
      <PickList label={t('outline.way.to')} options={options} onPick={setTo} />
      <Button
        size="sm"
        mih={44}
        className="wrap"
        disabled={outcome.trim() === '' || to === undefined}
        onClick={add}
      >
        {t('outline.pick.create')}
        {target ? ` ${t('outline.way.onward')} ${target.label}` : ''}
      </Button>
    </Stack>
  );
}
