import {
  Alert,
  Badge,
  Button,
  Card,
  Group,
  List,
  Progress,
  Stack,
  Text,
  Textarea,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import type { VersionMoveList, VersionMovePlan } from '../../client.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { MoveAct } from './use-deciding.ts';

type Props = {
  readonly pack: string;
  readonly list: VersionMoveList;
  readonly plan: VersionMovePlan | undefined;
  readonly isPlanning: boolean;
  readonly isBusy: boolean;
  /** Why the service refused, in words. */
  readonly problem: string | undefined;
  readonly onPlan: (from: string) => void;
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
                <Button variant="default" loading={props.isPlanning} onClick={() => props.onPlan(hash)}>
                  {t('decide.running.plan')}
                </Button>
              )}
              {props.plan?.from === hash && !isMoving ? (
                <Plan plan={props.plan} isBusy={props.isBusy} onAct={props.onAct} />
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
      {moves.length > 0 ? <Moves moves={moves} isBusy={props.isBusy} onAct={props.onAct} /> : null}
    </Stack>
  );
}

type Acting = Pick<Props, 'isBusy' | 'onAct'>;

function Plan({ plan, isBusy, onAct }: Acting & { plan: VersionMovePlan }) {
  const { t } = useDrawingWords();
  const [reason, setReason] = useState('');
  const looked = plan.going + plan.staying.length;
  return (
    <Stack gap="sm" w="100%" align="flex-start">
      <Text>{t('decide.running.going', { count: plan.going })}</Text>
      {plan.staying.length > 0 ? (
        <div>
          <Text>{t('decide.running.staying', { count: plan.staying.length })}</Text>
          <List>
            {plan.staying.map(({ case: id, reference, codes }) => (
              <List.Item key={id} style={{ overflowWrap: 'anywhere' }}>
                {reference}: {codes.join(', ')}
              </List.Item>
            ))}
          </List>
        </div>
      ) : null}
      {plan.after === undefined ? null : <Text size="sm">{t('decide.running.more', { count: looked })}</Text>}
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

function Moves({ moves, isBusy, onAct }: Acting & { moves: VersionMoveList['moves'] }) {
  const { t } = useDrawingWords();
  return (
    <Stack gap="sm">
      <Title order={3} size="h4">
        {t('decide.running.moves')}
      </Title>
      {moves.map((move) => {
        const { id, state, moved, stayed, failed, left } = move;
        const all = moved + stayed + failed + left;
        return (
          <Card key={id} withBorder p="md" data-move={id}>
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
              <Text size="sm" role="status">
                {t('decide.running.told', { moved, stayed, failed, left })}
              </Text>
              <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {move.reason}
              </Text>
            </Stack>
          </Card>
        );
      })}
    </Stack>
  );
}
