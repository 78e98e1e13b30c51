import {
  ActionIcon,
  Button,
  Card,
  Checkbox,
  Fieldset,
  Group,
  NativeSelect,
  Stack,
  TextInput,
} from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useDrawnPack } from '../drawing-context.tsx';
import { newId } from '../log/new-id.ts';
import { textLanguage } from '../log/text-language.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { HeadProvider, useElement, useFieldValue } from './element-context.tsx';
import { LineField, NumberField, WordsField } from './fields.tsx';
import { NewElement } from './new-element.tsx';
import { GroundsFields } from './source-picker.tsx';

type Calendar = Pack['calendar'];
type Holiday = Calendar['holidays'][string];

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
/** Monday 5 January 1970, in milliseconds: names of weekdays come from the reader's language. */
const A_MONDAY = Date.UTC(1970, 0, 5);
const DAY_MS = 86_400_000;

/** Which days and hours count as worked: weekend, opening hours, public holidays. */
export function CalendarSection() {
  return (
    <HeadProvider part="calendar">
      <Stack gap="lg" maw={760}>
        <Weekend />
        <Hours />
        <Holidays />
        <Note />
        <GroundsFields />
      </Stack>
    </HeadProvider>
  );
}

function Note() {
  const { t } = useDrawingWords();
  return <WordsField path={['note']} label={t('sections.fields.note')} long />;
}

function Weekend() {
  const { t, language } = useDrawingWords();
  const { set, isReadOnly } = useElement();
  const weekend = useFieldValue(['weekend']) as Calendar['weekend'];
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return (
    <Checkbox.Group
      label={t('sections.fields.weekend')}
      value={weekend.map(String)}
      onChange={(next) =>
        set(
          ['weekend'],
          next.map(Number).sort((a, b) => a - b),
        )
      }
    >
      <Group gap="md" mt="xs">
        {WEEK.map((day) => (
          <Checkbox
            key={day}
            value={String(day)}
            className="tick"
            disabled={isReadOnly}
            label={name.format(A_MONDAY + (day - 1) * DAY_MS)}
          />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

function Hours() {
  const { t } = useDrawingWords();
  const { set, isReadOnly } = useElement();
  const hours = useFieldValue(['hours']) as Calendar['hours'];
  const change = (index: number, next: Partial<Calendar['hours'][number]>) =>
    set(
      ['hours'],
      hours.map((each, at) => (at === index ? { ...each, ...next } : each)),
    );
  return (
    <Fieldset legend={t('sections.fields.hours')} disabled={isReadOnly}>
      <Stack gap="sm">
        {hours.map(({ from, to }, index) => {
          const place = `${index + 1}`;
          return (
            <Group key={place} gap="sm" align="flex-end">
              <TextInput
                type="time"
                w={150}
                label={t('sections.calendar.opens')}
                value={from}
                onChange={(event) =>
                  event.currentTarget.value && change(index, { from: event.currentTarget.value })
                }
              />
              <TextInput
                type="time"
                w={150}
                label={t('sections.calendar.closes')}
                value={to}
                onChange={(event) =>
                  event.currentTarget.value && change(index, { to: event.currentTarget.value })
                }
              />
              {hours.length > 1 ? (
                <ActionIcon
                  size={44}
                  aria-label={t('sections.removeNamed', { name: `${from}–${to}` })}
                  onClick={() =>
                    set(
                      ['hours'],
                      hours.filter((_, at) => at !== index),
                    )
                  }
                >
                  <IconX size={18} aria-hidden />
                </ActionIcon>
              ) : null}
            </Group>
          );
        })}
        {isReadOnly ? null : (
          <Button
            variant="light"
            size="sm"
            w="fit-content"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => set(['hours'], [...hours, { from: '14:00', to: '17:00' }])}
          >
            {t('sections.calendar.addHours')}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}

function Holidays() {
  const { t, language } = useDrawingWords();
  const pack = useDrawnPack();
  const { set } = useElement();
  const holidays = (useFieldValue(['holidays']) ?? {}) as Calendar['holidays'];
  const add = (words: string) => {
    const id = newId(words, 'holiday', (each) => Object.hasOwn(holidays, each));
    set(['holidays'], {
      ...holidays,
      [id]: { label: { [textLanguage(pack, language)]: words }, fixed: '01-01' },
    });
  };
  return (
    <Fieldset legend={t('sections.calendar.holidays')}>
      <Stack gap="sm">
        {Object.entries(holidays).map(([id, holiday]) => (
          <HolidayCard
            key={id}
            id={id}
            holiday={holiday}
            onRemove={() =>
              set(['holidays'], Object.fromEntries(Object.entries(holidays).filter(([each]) => each !== id)))
            }
          />
        ))}
        <NewElement label={t('sections.calendar.newHoliday')} onAdd={add} />
      </Stack>
    </Fieldset>
  );
}

type HolidayProps = { readonly id: string; readonly holiday: Holiday; readonly onRemove: () => void };

function HolidayCard({ id, holiday, onRemove }: HolidayProps) {
  const { t, say } = useDrawingWords();
  const { set, isReadOnly } = useElement();
  const kind = holiday.dates ? 'dates' : holiday.easter === undefined ? 'fixed' : 'easter';
  const choose = (next: string) => {
    const { fixed: _, dates: __, easter: ___, ...rest } = holiday;
    const started = { fixed: { fixed: '01-01' }, dates: { dates: ['2026-01-01'] }, easter: { easter: 1 } };
    set(['holidays', id], { ...rest, ...started[next as keyof typeof started] });
  };
  return (
    <Card withBorder p="md" data-holiday={id}>
      <Stack gap="sm">
        <Group gap="sm" align="flex-end">
          <div style={{ flex: '1 1 220px' }}>
            <WordsField path={['holidays', id, 'label']} label={t('sections.fields.label')} />
          </div>
          <NativeSelect
            label={t('sections.calendar.how')}
            value={kind}
            disabled={isReadOnly}
            data={(['fixed', 'dates', 'easter'] as const).map((value) => ({
              value,
              label: t(`sections.calendar.${value}`),
            }))}
            onChange={(event) => choose(event.currentTarget.value)}
          />
          {kind === 'fixed' ? (
            <LineField path={['holidays', id, 'fixed']} label={t('sections.calendar.day')} whole w={220} />
          ) : kind === 'easter' ? (
            <NumberField path={['holidays', id, 'easter']} label={t('sections.calendar.offset')} whole />
          ) : (
            <DatesField id={id} dates={holiday.dates ?? []} />
          )}
        </Group>
        {isReadOnly ? null : (
          <Button
            variant="subtle"
            color="red"
            size="sm"
            w="fit-content"
            aria-label={t('sections.removeNamed', { name: say(holiday.label, id) })}
            onClick={onRemove}
          >
            {t('sections.remove')}
          </Button>
        )}
      </Stack>
    </Card>
  );
}

function DatesField({ id, dates }: { readonly id: string; readonly dates: readonly string[] }) {
  const { t } = useDrawingWords();
  const { set, isReadOnly } = useElement();
  const change = (next: readonly string[]) =>
    set(['holidays', id, 'dates'], [...new Set(next.filter((each) => each !== ''))].sort());
  return (
    <Stack gap="xs">
      {[...dates, ''].map((day, index) => (
        <TextInput
          key={day === '' ? 'new' : day}
          type="date"
          aria-label={`${t('sections.calendar.dates')} ${index + 1}`}
          defaultValue={day}
          readOnly={isReadOnly}
          onBlur={(event) => {
            const { value } = event.currentTarget;
            if (value !== day) change([...dates.filter((each) => each !== day), value]);
          }}
        />
      ))}
    </Stack>
  );
}
