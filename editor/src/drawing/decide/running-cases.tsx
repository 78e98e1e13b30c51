import { Alert, Badge, Button, Card, Group, Progress, Stack, Text, Textarea, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import type { VersionMoveList, VersionMovePlan } from '../../client.ts';
import { useMoments } from '../../words/use-moments.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { StayingCases } from './staying-cases.tsx';
import type { MoveAct, PlanAsked } from './use-deciding.ts';

type Props = {
  readonly pack: string;
  readonly list: VersionMoveList;
  readonly plan: VersionMovePlan | undefined;
  readonly isPlanning: boolean;
  readonly isBusy: boolean;
  /** Why the service refused, in words. */
  readonly problem: string | undefined;
  /** The number of a version that is still known here. */
  readonly versionOf: (hash: string) => string | undefined;
  /** What became of each case of a move, when somebody asks. */
  readonly casesOf: (move: string) => ReactNode;
  readonly onPlan: (asked: PlanAsked) => void;
  readonly onAct: (act: MoveAct) => void;
};

/** The cases that run on other versions than the one in effect: what would become of them, and their way there. */
export function RunningCases(props: Props) {
  const { t } = useDrawingWords();
  const older = props.list.versions.filter(({ pack, newest }) => pack === props.pack && newest !== undefined);
  const moves = props.list.moves.filter(({ pack }) => pack === props.pack);
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {t('decide.running.title')}
      </Title>
      {older.length === 0 ? <Text c="dimmed">{t('decide.running.none')}</Text> : null}
      {older.map(({ hash, version, cases }) => {
        const isMoving = moves.some((move) => move.from === hash && move.state !== 'done');
        return (
          <Card key={hash} withBorder p="md" data-version={version}>
            <Stack gap="sm" align="flex-start">
              <Text fw={600}>{t('decide.running.on', { count: cases, version })}</Text>
              {isMoving ? null : (
                <Button
                  variant="default"
                  loading={props.isPlanning}
                  onClick={() => props.onPlan({ from: hash })}
                >
                  {t('decide.running.plan')}
                </Button>
              )}
              {props.plan?.from === hash && !isMoving ? (
                <Plan
                  plan={props.plan}
                  isPlanning={props.isPlanning}
                  isBusy={props.isBusy}
                  onPlan={props.onPlan}
                  onAct={props.onAct}
                />
              ) : null}
            </Stack>
          </Card>
        );
      })}
      {props.problem === undefined ? null : (
        <Alert color="red" role="alert">
          {props.problem}
        </Alert>
      )}
      {moves.length > 0 ? (
        <Stack gap="sm">
          <Title order={3} size="h4">
            {t('decide.running.moves')}
          </Title>
          {moves.map((move) => (
            <Move key={move.id} move={move} {...props} />
          ))}
        </Stack>
      ) : null}
    </Stack>
  );
}

type PlanProps = Pick<Props, 'isPlanning' | 'isBusy' | 'onPlan' | 'onAct'> & { plan: VersionMovePlan };

function Plan({ plan, isPlanning, isBusy, onPlan, onAct }: PlanProps) {
  const { t } = useDrawingWords();
  const [reason, setReason] = useState('');
  const looked = plan.going + plan.staying.length;
  return (
    <Stack gap="sm" w="100%" align="flex-start">
      <Text>{t('decide.running.going', { count: plan.going })}</Text>
      {plan.staying.length > 0 ? (
        <div>
          <Text>{t('decide.running.staying', { count: plan.staying.length })}</Text>
          <StayingCases staying={plan.staying} />
        </div>
      ) : null}
      {plan.after === undefined ? null : (
        <Group gap="sm">
          <Text size="sm">{t('decide.running.more', { count: looked })}</Text>
          <Button
            variant="default"
            loading={isPlanning}
            onClick={() => onPlan({ from: plan.from, so: plan })}
          >
            {t('decide.running.next')}
          </Button>
        </Group>
      )}
      <Textarea
        w="100%"
        autosize
        required
        label={t('decide.running.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        disabled={reason.trim() === ''}
        loading={isBusy}
        onClick={() => onAct({ act: 'start', from: plan.from, reason: reason.trim() })}
      >
        {t('decide.running.start')}
      </Button>
    </Stack>
  );
}

type MoveProps = Pick<Props, 'isBusy' | 'versionOf' | 'casesOf' | 'onAct'> & {
  readonly move: VersionMoveList['moves'][number];
};

function Move({ move, isBusy, versionOf, casesOf, onAct }: MoveProps) {
  const { t } = useDrawingWords();
  const moments = useMoments();
  const [isOpen, why] = useDisclosure(false);
  const { id, state, moved, stayed, failed, left } = move;
  const all = moved + stayed + failed + left;
  const [from, to] = [versionOf(move.from), versionOf(move.to)];
  return (
    <Card withBorder p="md" data-move={id}>
      <Stack gap="xs">
        <Group justify="space-between" gap="sm">
          <Badge
            size="lg"
            tt="none"
            className="chip"
            color={state === 'running' ? 'lagoon' : state === 'stopped' ? 'orange' : 'green'}
          >
            {t(`decide.running.${state}`)}
          </Badge>
          {state === 'done' ? null : (
            <Button
              variant="default"
              disabled={isBusy}
              onClick={() => onAct({ act: state === 'running' ? 'stop' : 'resume', move: id })}
            >
              {t(state === 'running' ? 'decide.running.stop' : 'decide.running.resume')}
            </Button>
          )}
        </Group>
        <Progress value={all === 0 ? 100 : ((all - left) / all) * 100} aria-hidden />
        {from !== undefined && to !== undefined ? (
          <Text size="sm">
            {t('decide.running.versions', { from, to, when: moments.moment(move.started) })}
          </Text>
        ) : null}
        <Text size="sm" role="status">
          {t('decide.running.told', { moved, stayed, failed, left })}
        </Text>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {move.reason}
        </Text>
        {stayed + failed > 0 ? (
          <Button
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            aria-expanded={isOpen}
            onClick={why.toggle}
          >
            {t('decide.running.seeWhy')}
          </Button>
        ) : null}
        {isOpen ? casesOf(id) : null}
      </Stack>
    </Card>
  );
}
