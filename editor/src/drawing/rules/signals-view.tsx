import { Badge, Button, Card, Checkbox, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { type FormEvent, use, useMemo, useState } from 'react';
import { useLabels } from '../../pack/pack-context.tsx';
import { ActionsContext } from '../actions/actions-context.ts';
import { setField } from '../commands/elements.ts';
import { openTrackWhen } from '../commands/stages.ts';
import { removeWay } from '../commands/ways.ts';
import { useDrawing, useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { textLanguage } from '../log/text-language.ts';
import { usePicks } from '../sections/element-picks.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { AskedAgain } from './asked-again.tsx';
import { NEW_RULE } from './new-rule.ts';
import { projectSignals, type SignalLine } from './project-signals.ts';

/** "As soon as danger is seen, open the emergency track" and "ask again at each visit": one sentence each, one act each. */
export function SignalsView() {
  const pack = useDrawnPack();
  const signals = useMemo(() => projectSignals(pack), [pack]);
  return (
    <Stack gap="xl" maw={860}>
      <OpenOnSignal openable={signals.openable} />
      <SignalList signals={signals.signals} />
      <AskedAgain lines={signals.again} />
    </Stack>
  );
}

function OpenOnSignal({ openable }: { readonly openable: readonly string[] }) {
  const { t, say, language } = useDrawingWords();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const rules = usePicks('rules');
  const steps = usePicks('steps').filter(({ value }) => openable.includes(value));
  const [rule, setRule] = useState<string | null>(null);
  const [step, setStep] = useState<string | null>(null);
  const [label, setLabel] = useState('');
  const actions = use(ActionsContext);
  if (isReadOnly) return null;
  const writeRule = () => drawing.select(NEW_RULE, { reveal: true });
  const said = rule === null ? '' : say(pack.rules[rule]?.label);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (rule === null || step === null) return;
    const named =
      label.trim() === '' ? pack.rules[rule]?.label : { [textLanguage(pack, language)]: label.trim() };
    if (!drawing.perform(openTrackWhen, { rule, to: step, label: named ?? {} })) return;
    setRule(null);
    setStep(null);
    setLabel('');
  };
  return (
    <Card withBorder p="lg">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Group gap="xs">
            <IconBolt size={22} aria-hidden />
            <Title order={2} size="h4">
              {t('rules.signals.open')}
            </Title>
          </Group>
          {rules.length === 0 ? (
            <Missing told={t('rules.signals.noRule')} act={t('rules.signals.writeRule')} onAct={writeRule} />
          ) : null}
          {steps.length === 0 ? (
            <Missing
              told={t('rules.signals.noTrack')}
              act={t('actions.addTrack')}
              onAct={() => actions?.run('add_track')}
            />
          ) : null}
          <Group gap="sm" align="flex-end">
            <Select
              label={t('rules.signals.when')}
              data={rules}
              value={rule}
              onChange={setRule}
              searchable
              limit={60}
              nothingFoundMessage={t('sections.none')}
              style={{ flex: '1 1 240px' }}
            />
            <Select
              label={t('rules.signals.goTo')}
              description={t('rules.signals.onlyOther')}
              data={steps}
              value={step}
              onChange={setStep}
              searchable
              limit={60}
              nothingFoundMessage={t('sections.none')}
              style={{ flex: '1 1 240px' }}
            />
            <TextInput
              label={t('rules.signals.called')}
              // Above the field it is read to its end, however long the rule says it.
              description={
                said === '' ? t('rules.signals.calledExample') : t('rules.signals.calledElse', { name: said })
              }
              value={label}
              onChange={(event) => setLabel(event.currentTarget.value)}
              style={{ flex: '1 1 240px' }}
            />
          </Group>
          <Button type="submit" w="fit-content" disabled={rule === null || step === null}>
            {t('rules.signals.act')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

type MissingProps = { readonly told: string; readonly act: string; readonly onAct: () => void };

/** What the sentence still wants, and the act that makes it. */
function Missing({ told, act, onAct }: MissingProps) {
  return (
    <Group gap="sm">
      <Text c="dimmed">{told}</Text>
      <Button variant="light" size="sm" mih={44} className="wrap" onClick={onAct}>
        {act}
      </Button>
    </Group>
  );
}

function SignalList({ signals }: { readonly signals: readonly SignalLine[] }) {
  const { t, dir } = useDrawingWords();
  const drawing = useDrawing();
  const labels = useLabels();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('rules.signals.existing')}
      </Title>
      {signals.length === 0 ? <Text c="dimmed">{t('rules.signals.none')}</Text> : null}
      {signals.map(({ event, rule, isProtective, opens }) => {
        const steps = opens.map(({ to }) => (to === undefined ? t('rules.tables.stays') : labels.state(to)));
        const where =
          steps.length === 0
            ? t('rules.signals.unheard')
            : t('rules.signals.opens', {
                steps: [...new Set(steps)]
                  .map((name) => t('sections.quoted', { name }))
                  .join(dir === 'rtl' ? '، ' : ', '),
              });
        return (
          <Card key={event} withBorder p="md" data-signal={event} className="signals">
            <Stack gap="xs">
              <Group gap="xs">
                <Text fw={600}>{labels.event(event)}</Text>
                {isProtective ? (
                  <Badge color="green" size="lg" className="chip">
                    {t('rules.signals.protective')}
                  </Badge>
                ) : null}
              </Group>
              <Text>{t('rules.signals.sentence', { rule: labels.rule(rule), where })}</Text>
              {isReadOnly ? null : (
                <Checkbox
                  className="tick"
                  label={t('rules.signals.protective')}
                  checked={isProtective}
                  onChange={(change) =>
                    drawing.perform(setField, {
                      section: 'events',
                      id: event,
                      path: ['protective'],
                      ...(change.currentTarget.checked ? { value: true } : {}),
                    })
                  }
                />
              )}
              <Group gap="xs">
                <Button
                  variant="default"
                  size="sm"
                  onClick={() => drawing.select(`rules/${rule}`, { reveal: true })}
                >
                  {t('rules.open')}
                </Button>
                {isReadOnly
                  ? null
                  : opens.map(({ way, to }, index) => (
                      <Button
                        key={`${way.from} ${way.index}`}
                        variant="subtle"
                        color="red"
                        size="sm"
                        className="wrap"
                        onClick={() => drawing.perform(removeWay, way)}
                      >
                        {t(
                          opens.some((other) => other.way !== way && other.to === to)
                            ? 'rules.signals.stopFrom'
                            : 'rules.signals.stop',
                          { step: steps[index] ?? '', from: labels.state(way.from) },
                        )}
                      </Button>
                    ))}
              </Group>
            </Stack>
          </Card>
        );
      })}
    </Stack>
  );
}
