import { Alert, Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { waysOf } from '../commands/way.ts';
import { connect, trackOf } from '../commands/ways.ts';
import { useDrawing, useDrawnPack } from '../drawing-context.tsx';
import { sayNames } from '../drawing-store.ts';
import { useEventNames } from '../sections/use-event-names.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { PickOne } from './pick-field.tsx';
import { useChoices } from './use-choices.ts';
import { useTargets } from './ways-field.tsx';

type Props = {
  readonly from: string;
  /** Where the drag ended. */
  readonly to?: string | undefined;
  readonly onClose: () => void;
};

const NEW = '+';

/** "Goes to...": where, when what is reported, on what condition. The way is drawn when all of it is said: none dangles. */
export function GoesToDialog({ from, to: first, onClose }: Props) {
  const { t, app, say, language } = useDrawingWords();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const targets = useTargets(from);
  const rules = useChoices('rules');
  const called = useEventNames();
  const [to, setTo] = useState<string | undefined>(first);
  const [event, setEvent] = useState(NEW);
  const [label, setLabel] = useState('');
  const [guard, setGuard] = useState<string>();
  const [tried, setTried] = useState(false);
  const events = useMemo(() => {
    const track = trackOf(pack, from);
    const heard = [...waysOf(pack.machine)].filter(
      (way) =>
        way.by === 'on' && trackOf(pack, way.from) === track && pack.events[way.name]?.when === undefined,
    );
    const names = [...new Set(heard.map(({ name }) => name))];
    return [
      { value: NEW, label: t('map.newEvent') },
      ...names.map((id) => ({ value: id, label: called(id) })),
    ];
  }, [pack, from, called, t]);
  const args =
    to === undefined || (event === NEW && label.trim() === '')
      ? undefined
      : {
          from,
          to,
          event: event === NEW ? { label: { [language]: label.trim() } } : { id: event },
          ...(guard !== undefined && { guard }),
        };
  const refused = args && connect.can(pack, args);
  const draw = () => {
    setTried(true);
    if (!args || refused || !drawing.perform(connect, args)) return;
    drawing.select(`steps/${from}`);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('map.goesFrom', { name: say(pack.steps[from]?.title, from) })}
      closeButtonProps={{ 'aria-label': app('act.close') }}
    >
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          draw();
        }}
      >
        <Stack>
          <PickOne
            label={t('map.target')}
            choices={targets}
            picked={to}
            isRequired
            isFirst={first === undefined}
            onPick={setTo}
          />
          <Select
            label={t('map.event')}
            data={events}
            value={event}
            allowDeselect={false}
            searchable={events.length > 6}
            onChange={(id) => setEvent(id ?? NEW)}
          />
          {event === NEW ? (
            <TextInput
              label={t('map.eventLabel')}
              placeholder={t('map.outcomeHint')}
              value={label}
              required
              maxLength={400}
              error={tried && label.trim() === ''}
              onChange={({ currentTarget }) => setLabel(currentTarget.value)}
              {...(first === undefined ? {} : { 'data-autofocus': true })}
            />
          ) : null}
          <PickOne label={t('map.rule')} choices={rules} picked={guard} onPick={setGuard} />
          {refused ? (
            <Alert color="orange" role="status">
              {t(`refused.${refused.why}` as 'refused.gone', sayNames(refused.names, say))}
            </Alert>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('map.cancel')}
            </Button>
            <Button type="submit" disabled={!args || refused !== undefined}>
              {t('map.connect')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
