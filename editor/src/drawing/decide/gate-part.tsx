import { Alert, Button, Card, Group, List, Loader, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Finding } from '@parcours/engine';
import { IconAlertCircle, IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import type { DecisionView, GateReport, GateView } from '../../client.ts';
import { AgainstLaw } from '../../pack/against-law.tsx';
import { type Standing, standingOf } from '../../pack/standing.ts';
import { useFindingWords } from '../../procedures/finding-words.ts';
import { nameOfPlace } from '../commands/element-at.ts';
import { useDrawnPack } from '../drawing-context.tsx';
import { placeOf } from '../findings/place-of.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { useWhatRemains } from './use-what-remains.ts';

type Props = {
  /** Undefined while nobody has asked. */
  readonly gate: GateView | undefined;
  readonly isAsked: boolean;
  /** What beside the gate stands between the draft and its publication. */
  readonly decision: DecisionView;
  readonly onAsk: () => void;
  readonly onPlace: (place: string) => void;
};

/** What stands against publication, and what was looked at. Each finding leads to its place. */
export function GatePart({ gate, isAsked, decision, onAsk, onPlace }: Props) {
  const { t } = useDrawingWords();
  const isRunning = isAsked && gate?.state !== 'done';
  return (
    <Stack gap="md">
      <Title order={2} size="h3">
        {t('decide.gate.title')}
      </Title>
      <div role="status" aria-live="polite">
        {isRunning ? (
          <Group gap="sm" wrap="nowrap">
            <Loader size="sm" aria-hidden />
            <Text>{t('decide.gate.running')}</Text>
          </Group>
        ) : null}
        {gate?.state === 'done' ? <Verdict report={gate.report} decision={decision} /> : null}
      </div>
      {isAsked ? null : (
        <Button style={{ alignSelf: 'flex-start' }} onClick={onAsk}>
          {t('decide.gate.ask')}
        </Button>
      )}
      {gate?.state === 'done' ? <Report report={gate.report} onPlace={onPlace} /> : null}
    </Stack>
  );
}

const elementOf = (path: string): string => path.split('/').slice(0, 2).join('/');

/** What was found of a severity. A story that goes otherwise in ten places is one thing to mend: the first of them stands for all. */
function useFound(report: GateReport): (severity: Finding['severity']) => readonly Finding[] {
  const words = useFindingWords();
  return (severity) => {
    const told = new Map<string, Finding>();
    for (const finding of report.findings) {
      const sentence = `${elementOf(finding.path)} ${words(finding)}`;
      if (finding.severity === severity && !told.has(sentence)) told.set(sentence, finding);
    }
    return [...told.values()];
  };
}

function Verdict({ report, decision }: { report: GateReport; decision: DecisionView }) {
  const { t } = useDrawingWords();
  const remains = useWhatRemains(decision);
  const found = useFound(report);
  return report.passes ? (
    <Alert color={remains.length === 0 ? 'green' : 'lagoon'} icon={<IconShieldCheck aria-hidden />}>
      {remains.length === 0 ? t('decide.gate.open') : [t('decide.gate.stands'), ...remains].join(' ')}
    </Alert>
  ) : (
    <Alert color="red" icon={<IconAlertCircle aria-hidden />}>
      {t('decide.gate.shut', { count: found('error').length })}
    </Alert>
  );
}

function Report({ report, onPlace }: { report: GateReport; onPlace: (place: string) => void }) {
  const { t, say } = useDrawingWords();
  const pack = useDrawnPack();
  const [isOpen, warnings] = useDisclosure(false);
  const found = useFound(report);
  const errors = found('error');
  const others = found('warning');
  const those = (wanted: Standing) => report.verdicts.filter((one) => standingOf(one) === wanted);
  const told = (['proved', 'silent', 'bounded', 'broken', 'waiting', 'unchecked'] as const).filter(
    (each) => those(each).length > 0,
  );
  const ok = report.scenarios.filter((played) => played.ok).length;
  return (
    <Stack gap="md">
      {errors.length > 0 ? (
        <FindingRows title={t('decide.gate.errors')} findings={errors} onPlace={onPlace} />
      ) : null}
      {told.length > 0 ? (
        <div>
          <Title order={3} size="h4">
            {t('decide.gate.safeguards')}
          </Title>
          <List>
            {told.map((each) => (
              <List.Item key={each}>
                {t(`decide.gate.${each}`, { count: those(each).length })}
                {/* What is not verified is approved by name. */}
                {each === 'proved' ? null : (
                  <List withPadding>
                    {those(each).map(({ id }) => (
                      <List.Item key={id}>{say(pack.safeguards[id]?.label) || id}</List.Item>
                    ))}
                  </List>
                )}
              </List.Item>
            ))}
          </List>
          {report.brokenByLaw.length > 0 ? (
            <>
              <Text mt="xs">{t('decide.gate.byLaw')}</Text>
              <List>
                {report.brokenByLaw.map((id) => {
                  const law = pack.safeguards[id]?.broken_by;
                  return (
                    <List.Item key={id}>
                      {say(pack.safeguards[id]?.label) || id}
                      {law ? <AgainstLaw law={law} /> : null}
                    </List.Item>
                  );
                })}
              </List>
            </>
          ) : null}
        </div>
      ) : null}
      {report.scenarios.length > 0 ? (
        <div>
          <Title order={3} size="h4">
            {t('decide.gate.scenarios')}
          </Title>
          <Text>{t('decide.gate.played', { ok, all: report.scenarios.length })}</Text>
        </div>
      ) : null}
      {report.analysed ? null : <Text>{t('decide.gate.notAnalysed')}</Text>}
      {others.length > 0 ? (
        <Stack gap="sm">
          <Button
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            aria-expanded={isOpen}
            onClick={warnings.toggle}
          >
            {t('decide.gate.warnings', { count: others.length })}
          </Button>
          {isOpen ? <FindingRows findings={others} onPlace={onPlace} /> : null}
        </Stack>
      ) : null}
    </Stack>
  );
}

function FindingRows({
  title,
  findings,
  onPlace,
}: {
  title?: string;
  findings: readonly Finding[];
  onPlace: (place: string) => void;
}) {
  const { say } = useDrawingWords();
  const pack = useDrawnPack();
  const words = useFindingWords();
  return (
    <Stack gap="xs">
      {title === undefined ? null : (
        <Title order={3} size="h4">
          {title}
        </Title>
      )}
      {findings.map((finding) => {
        const isError = finding.severity === 'error';
        const Icon = isError ? IconAlertCircle : IconAlertTriangle;
        const place = placeOf(finding.path);
        return (
          <Card
            key={`${finding.code} ${finding.path} ${finding.message}`}
            component="button"
            type="button"
            ta="start"
            withBorder
            p="sm"
            className="case-row"
            onClick={() => onPlace(place)}
          >
            <Group gap="sm" wrap="nowrap" align="flex-start">
              <Icon size={20} aria-hidden style={{ flexShrink: 0 }} />
              <div>
                <Text fw={600} size="sm">
                  {say(nameOfPlace(pack, place))}
                </Text>
                <Text style={{ overflowWrap: 'anywhere' }}>{words(finding)}</Text>
              </div>
            </Group>
          </Card>
        );
      })}
    </Stack>
  );
}
