import { ActionIcon, Button, Card, Group, MultiSelect, Select, Stack, Text, Title } from '@mantine/core';
import { IconRefresh, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useLabels } from '../../pack/pack-context.tsx';
import { setField } from '../commands/elements.ts';
import { askAgain } from '../commands/stages.ts';
import { useDrawing, useDrawingState } from '../drawing-context.tsx';
import { usePicks } from '../sections/element-picks.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { projectSignals } from './project-signals.ts';

type Props = { readonly lines: ReturnType<typeof projectSignals>['again'] };

/** "Ask again at each visit": one act to say it, and what is asked again already. */
export function AskedAgain({ lines }: Props) {
  return (
    <>
      <AskAgain />
      <AgainList lines={lines} />
    </>
  );
}

function AskAgain() {
  const { t } = useDrawingWords();
  const drawing = useDrawing();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const steps = usePicks('steps', ({ kind }: { kind: string }) => kind !== 'stage' && kind !== 'track');
  const facts = usePicks('facts', ({ derive }: { derive?: unknown }) => derive === undefined);
  const [step, setStep] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  if (isReadOnly) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (step === null || chosen.length === 0) return;
    if (!drawing.perform(askAgain, { step, facts: chosen })) return;
    setStep(null);
    setChosen([]);
  };
  return (
    <Card withBorder p="lg">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Group gap="xs">
            <IconRefresh size={22} aria-hidden />
            <Title order={2} size="h4">
              {t('rules.signals.again')}
            </Title>
          </Group>
          <Group gap="sm" align="flex-end">
            <Select
              label={t('rules.signals.atEach')}
              data={steps}
              value={step}
              onChange={setStep}
              searchable
              limit={60}
              nothingFoundMessage={t('sections.none')}
              style={{ flex: '1 1 240px' }}
            />
            <MultiSelect
              size="md"
              label={t('rules.signals.askAgain')}
              data={facts}
              value={chosen}
              onChange={setChosen}
              searchable
              limit={60}
              nothingFoundMessage={t('sections.none')}
              style={{ flex: '1 1 280px' }}
            />
          </Group>
          <Button type="submit" w="fit-content" disabled={step === null || chosen.length === 0}>
            {t('rules.signals.askAct')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

function AgainList({ lines }: Props) {
  const { t } = useDrawingWords();
  const drawing = useDrawing();
  const labels = useLabels();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('rules.signals.againExisting')}
      </Title>
      {lines.length === 0 ? <Text c="dimmed">{t('rules.signals.againNone')}</Text> : null}
      {lines.map(({ step, facts }) => (
        <Card key={step} withBorder p="md" data-again={step}>
          <Text fw={600}>{t('rules.signals.againSentence', { step: labels.state(step) })}</Text>
          <ul className="place-list">
            {facts.map((fact) => (
              <Group key={fact} component="li" gap="xs" wrap="nowrap">
                <Text>{labels.fact(fact)}</Text>
                {isReadOnly ? null : (
                  <ActionIcon
                    size={44}
                    aria-label={t('rules.signals.keep', { fact: labels.fact(fact) })}
                    onClick={() => {
                      const kept = facts.filter((each) => each !== fact);
                      drawing.perform(setField, {
                        section: 'steps',
                        id: step,
                        path: ['fresh'],
                        ...(kept.length === 0 ? {} : { value: kept }),
                      });
                    }}
                  >
                    <IconX size={18} aria-hidden />
                  </ActionIcon>
                )}
              </Group>
            ))}
          </ul>
        </Card>
      ))}
    </Stack>
  );
}
