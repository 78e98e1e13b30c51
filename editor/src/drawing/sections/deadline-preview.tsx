import { Card, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useState } from 'react';
import { useLabels } from '../../pack/pack-context.tsx';
import { useNow } from '../../words/clock.tsx';
import { useMoments } from '../../words/use-moments.ts';
import { fromLocalText, ZoneProvider } from '../../words/zone.tsx';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { fridayEvening, previewDeadline } from './preview-deadline.ts';

/** "Friday 17:00 → due Tuesday 17:00": the deadline on the calendar of the procedure, counted by the engine. */
export function DeadlinePreview({ id }: { readonly id: string }) {
  const zone = useDrawnPack().pack.timeZone;
  return (
    <ZoneProvider zone={zone}>
      <Trial id={id} zone={zone} />
    </ZoneProvider>
  );
}

function Trial({ id, zone }: { readonly id: string; readonly zone: string }) {
  const { t, say } = useDrawingWords();
  const pack = useDrawnPack();
  const labels = useLabels();
  const moments = useMoments();
  const now = useNow();
  const [typed, setTyped] = useState(() => fridayEvening(now, zone));
  const [value, setValue] = useState<string | null>(null);
  const deadline = pack.deadlines[id];
  if (!deadline) return null;
  const from = fromLocalText(typed, zone);
  const trial = from === undefined ? undefined : previewDeadline(pack, deadline, from, value ?? undefined);
  const { within } = deadline;
  const values = typeof within === 'object' && 'by' in within ? pack.facts[within.by]?.values : undefined;
  return (
    <Card withBorder p="md">
      <Stack gap="sm">
        <Group gap="xs">
          <IconCalendarTime size={22} aria-hidden />
          <Title order={2} size="h4">
            {t('sections.deadlines.preview')}
          </Title>
        </Group>
        <Group gap="sm" align="flex-end">
          <TextInput
            type="datetime-local"
            label={t('sections.deadlines.start')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {values ? (
            <Select
              label={t('sections.deadlines.assume')}
              placeholder={t('rules.outcome.unknown')}
              data={Object.entries(values).map(([each, { label }]) => ({
                value: each,
                label: say(label, each),
              }))}
              value={value}
              clearable
              onChange={setValue}
            />
          ) : null}
        </Group>
        <Stack gap="xs" aria-live="polite">
          {trial && 'unknown' in trial ? (
            <Text>{t('sections.deadlines.unknownSpan', { parameter: labels.fact(trial.unknown) })}</Text>
          ) : null}
          {trial && 'due' in trial && from !== undefined ? (
            <>
              <Text fw={650} size="lg" data-due={trial.due}>
                {t('sections.deadlines.sentence', {
                  start: moments.moment(from),
                  due: moments.moment(trial.due),
                })}
              </Text>
              {trial.rungs.map(({ at, to }) => (
                <Text key={`${at} ${to}`}>
                  {moments.moment(at)} · {t('sections.deadlines.told', { role: labels.role(to) })}
                </Text>
              ))}
              {trial.daysOff.length === 0 ? null : (
                <>
                  <Text fw={600}>{t('sections.deadlines.counted')}</Text>
                  <ul className="place-list">
                    {trial.daysOff.map(({ day, holidays }) => (
                      <li key={day}>
                        {t('sections.deadlines.dayOff', { day: moments.date(day) })}
                        {holidays.map((each) => ` · ${say(pack.calendar.holidays[each]?.label, each)}`)}
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </>
          ) : null}
        </Stack>
      </Stack>
    </Card>
  );
}
