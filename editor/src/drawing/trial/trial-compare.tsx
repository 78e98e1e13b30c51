import { Badge, Button, Card, Group, List, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { FactValue, Pathway, Playback } from '@parcours/engine';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { FactField } from '../../forms/fact-field.tsx';
import { useValueWords } from '../../forms/value-words.ts';
import { useLabels } from '../../pack/pack-context.tsx';
import { placesOf } from '../../pack/states.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { answeredIn, partingOf, playTrial, type Trial, varied } from './trial.ts';
import type { Variation } from './trial-run.tsx';

type Props = {
  readonly pathway: Pathway;
  readonly trial: Trial;
  readonly playback: Playback;
  readonly variation: Variation | undefined;
  readonly onVary: (variation: Variation | undefined) => void;
};

/** The same run beside itself with one answer otherwise: act by act, and where the two part. */
export function TrialCompare({ pathway, trial, playback, variation, onVary }: Props) {
  const { t } = useDrawingWords();
  const labels = useLabels();
  const words = useValueWords();
  const { pack } = pathway;
  const answered = answeredIn(trial);
  const [fact, setFact] = useState<string | null>(variation?.fact ?? null);
  const [value, setValue] = useState<FactValue | undefined>(variation?.value);
  const other = useMemo(
    () => variation && playTrial(pathway, varied(trial, variation.fact, variation.value)),
    [pathway, trial, variation],
  );
  const parting = other && partingOf(pack, playback, other);
  return (
    <Card withBorder p="md" component="section" data-compare={other ? (parting ?? 'same') : 'none'}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('trial.compare')}
        </Title>
        {answered.length === 0 ? (
          <Text c="dimmed">{t('trial.nothingAnswered')}</Text>
        ) : (
          <>
            <Select
              label={t('trial.whichFact')}
              size="md"
              value={fact}
              onChange={(next) => {
                setFact(next);
                setValue(undefined);
              }}
              data={answered.map((id) => ({ value: id, label: labels.fact(id) }))}
            />
            {fact === null ? null : (
              <FactField fact={fact} help={t('trial.otherwise')} value={value} onChange={setValue} />
            )}
            <Group gap="xs">
              <Button
                mih={44}
                disabled={fact === null}
                leftSection={<IconArrowsSplit2 size={18} aria-hidden />}
                onClick={() => fact !== null && onVary({ fact, value })}
              >
                {t('trial.see')}
              </Button>
              {variation ? (
                <Button variant="default" mih={44} onClick={() => onVary(undefined)}>
                  {t('trial.stop')}
                </Button>
              ) : null}
            </Group>
          </>
        )}
        {variation && other ? (
          <>
            <Text role="status" fw={600}>
              {parting === undefined ? t('trial.same') : ''}
            </Text>
            <SimpleGrid cols={2} spacing="md">
              <RunColumn
                title={t('trial.before')}
                trial={trial}
                playback={playback}
                pathway={pathway}
                parting={parting}
              />
              <RunColumn
                title={t('trial.after', {
                  fact: labels.fact(variation.fact),
                  value: words(pack.facts[variation.fact], variation.value),
                })}
                trial={trial}
                playback={other}
                pathway={pathway}
                parting={parting}
              />
            </SimpleGrid>
          </>
        ) : null}
      </Stack>
    </Card>
  );
}

type ColumnProps = Pick<Props, 'pathway' | 'trial' | 'playback'> & {
  readonly title: string;
  readonly parting: number | undefined;
};

function RunColumn({ title, pathway: { pack }, trial, playback, parting }: ColumnProps) {
  const { t, app } = useDrawingWords();
  const labels = useLabels();
  return (
    <section aria-label={title}>
      <Text size="sm" fw={600} mb={4}>
        {title}
      </Text>
      <List type="ordered" size="sm" spacing={6}>
        {playback.frames.map((frame) => {
          const event = trial.acts[frame.act]?.event;
          const hasParted = parting !== undefined && frame.act >= parting;
          return (
            <List.Item key={frame.act} fw={hasParted ? 650 : 400}>
              {event === undefined ? null : `${labels.event(event)}${app('app.colon')} `}
              {placesOf(pack, frame.caseFile.position.value).map(labels.state).join(', ')}
              {frame.refusal ? ` (${t('trial.refusedAct')})` : ''}{' '}
              {frame.act === parting ? (
                <Badge color="orange" className="chip">
                  {t('trial.parts')}
                </Badge>
              ) : null}
            </List.Item>
          );
        })}
      </List>
    </section>
  );
}
