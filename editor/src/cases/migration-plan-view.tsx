import { List, ScrollArea, Stack, Table, Text, Title } from '@mantine/core';
import type { DeadlineMove, MigrationPlan, Pack } from '@parcours/engine';
import { useMoments } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';
import { ObstacleList } from './obstacle-list.tsx';

type Props = {
  readonly plan: MigrationPlan;
  /** The version that the case follows, and the one it would follow. */
  readonly from: Pack;
  readonly to: Pack;
};

/** What becomes of each open step and each deadline of a case in another version, and what keeps it where it is. */
export function MigrationPlanView({ plan, from, to }: Props) {
  const { t, say } = useWords();
  const stepIn = (pack: Pack, id: string) => say(pack.steps[id]?.title, id);
  const steps = (pack: Pack, ids: readonly string[]) => ids.map((id) => stepIn(pack, id)).join(', ');
  const lineOf = (was: string, is: string) =>
    was === is && stepIn(from, was) === stepIn(to, is)
      ? t('moving.same', { step: stepIn(to, is) })
      : t('moving.becomes', { from: stepIn(from, was), to: stepIn(to, is) });
  const forgotten = plan.facts.forgotten.map((id) => say(from.facts[id]?.label, id));
  return (
    <Stack gap="md">
      {plan.obstacles.length > 0 ? <ObstacleList obstacles={plan.obstacles} /> : null}
      <div>
        <Title order={3} size="h5" mb={4}>
          {t('moving.steps')}
        </Title>
        <List size="sm">
          {plan.steps.map((step) => (
            <List.Item key={step.from}>{lineOf(step.from, step.to)}</List.Item>
          ))}
        </List>
        {plan.opens.length > 0 ? (
          <Text size="sm">{t('moving.opens', { steps: steps(to, plan.opens) })}</Text>
        ) : null}
        {plan.closes.length > 0 ? (
          <Text size="sm">{t('moving.closes', { steps: steps(from, plan.closes) })}</Text>
        ) : null}
      </div>
      <DeadlineTable moves={plan.deadlines} from={from} to={to} />
      {forgotten.length > 0 ? (
        <Text size="sm">{t('moving.forgotten', { facts: forgotten.join(', ') })}</Text>
      ) : null}
    </Stack>
  );
}

function DeadlineTable({ moves, from, to }: { moves: readonly DeadlineMove[]; from: Pack; to: Pack }) {
  const { t, say } = useWords();
  const moments = useMoments();
  const title = t('moving.deadlines');
  const instant = (at: string | undefined, absent: boolean) =>
    at === undefined ? t(absent ? 'moving.none' : 'moving.unknown') : moments.moment(at);
  return (
    <div>
      <Title order={3} size="h5" mb={4}>
        {title}
      </Title>
      {moves.length === 0 ? <Text size="sm">{t('moving.noDeadline')}</Text> : null}
      {moves.length > 0 ? (
        <ScrollArea type="auto" viewportProps={{ tabIndex: 0, 'aria-label': title, role: 'region' }}>
          <Table miw={520} aria-label={title}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('moving.deadline')}</Table.Th>
                <Table.Th scope="col">{t('moving.before')}</Table.Th>
                <Table.Th scope="col">{t('moving.after')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {moves.map((move) => (
                <Table.Tr key={`${move.row} ${move.change}`} data-change={move.change}>
                  <Table.Th scope="row">
                    {say(
                      (from.deadlines[move.deadline] ?? to.deadlines[move.deadline])?.label,
                      move.deadline,
                    )}
                  </Table.Th>
                  <Table.Td>{instant(move.before, move.change === 'armed')}</Table.Td>
                  <Table.Td>
                    {instant(move.after, move.change === 'gone')} ({t(`moving.change.${move.change}`)})
                    {move.overdue ? <Text size="sm">{t('moving.overdue')}</Text> : null}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      ) : null}
    </div>
  );
}
