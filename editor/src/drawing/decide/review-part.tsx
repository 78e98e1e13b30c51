import { Alert, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconClock } from '@tabler/icons-react';
import type { DecisionView } from '../../client.ts';
import { useMoments } from '../../words/use-moments.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { ApprovalForm } from './approval-form.tsx';
import { SectorName } from './sector-name.tsx';
import type { DecisionAct } from './use-deciding.ts';
import { WithdrawForm } from './withdraw-form.tsx';

type Props = {
  readonly decision: DecisionView;
  readonly isSaved: boolean;
  readonly isBusy: boolean;
  readonly onDecide: (act: DecisionAct) => void;
};

const COLORS = { drawing: 'lagoon', review: 'orange', published: 'green', closed: 'gray' } as const;

/** Whether the draft can still change, who has approved it, and one's own approval. */
export function ReviewPart({ decision, isSaved, isBusy, onDecide }: Props) {
  const { t } = useDrawingWords();
  const { state, hash = '', mayReview, mayApprove } = decision;
  return (
    <Stack gap="md">
      <Title order={2} size="h3">
        {t('decide.review.title')}
      </Title>
      <Alert color={COLORS[state]} title={t(`desk.state.${state}`)}>
        <Stack gap="sm" align="flex-start">
          <Text style={{ overflowWrap: 'anywhere' }}>
            {t(`decide.review.${state}`, { hash: hash.slice(0, 12) })}
          </Text>
          {mayReview ? <Acts state={state} isSaved={isSaved} isBusy={isBusy} onDecide={onDecide} /> : null}
        </Stack>
      </Alert>
      {state === 'closed' ? null : (
        <Approvals
          sectors={decision.sectors}
          mayWithdraw={decision.mayWithdraw}
          isBusy={isBusy}
          onWithdraw={(sector, reason) => onDecide({ act: 'withdraw', sector, reason })}
        />
      )}
      {mayApprove === undefined ? null : (
        <ApprovalForm
          key={hash}
          sector={mayApprove}
          isBusy={isBusy}
          onApprove={(given) => onDecide({ act: 'approve', sector: mayApprove, hash, ...given })}
        />
      )}
    </Stack>
  );
}

function Acts({
  state,
  isSaved,
  isBusy,
  onDecide,
}: Omit<Props, 'decision'> & { state: DecisionView['state'] }) {
  const { t } = useDrawingWords();
  if (state === 'published') return null;
  if (state !== 'drawing')
    return (
      <Button variant="default" disabled={isBusy} onClick={() => onDecide({ act: 'drawing' })}>
        {t(state === 'closed' ? 'decide.review.reopen' : 'decide.review.end')}
      </Button>
    );
  return (
    <>
      <Group gap="xs">
        <Button disabled={isBusy || !isSaved} onClick={() => onDecide({ act: 'review' })}>
          {t('decide.review.begin')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          disabled={isBusy || !isSaved}
          onClick={() => onDecide({ act: 'close' })}
        >
          {t('decide.review.close')}
        </Button>
      </Group>
      {isSaved ? null : <Text size="sm">{t('decide.review.unsaved')}</Text>}
    </>
  );
}

type ApprovalsProps = Pick<DecisionView, 'sectors'> & {
  readonly mayWithdraw: string | undefined;
  readonly isBusy: boolean;
  readonly onWithdraw: (sector: string, reason: string) => void;
};

function Approvals({ sectors, mayWithdraw, isBusy, onWithdraw }: ApprovalsProps) {
  const { t } = useDrawingWords();
  const moments = useMoments();
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t('decide.approvals.title')}
      </Title>
      <Text c="dimmed" size="sm">
        {t(sectors.length === 0 ? 'decide.approvals.none' : 'decide.approvals.why')}
      </Text>
      {sectors.map(({ sector, approval }) => (
        <Card key={sector} withBorder p="sm" data-sector={sector}>
          <Group justify="space-between" gap="sm">
            <SectorName sector={sector} />
            {approval ? (
              <Badge
                size="lg"
                tt="none"
                color="green"
                className="chip"
                leftSection={<IconCheck size={16} aria-hidden />}
              >
                {t('decide.approvals.given', { date: moments.date(approval.at) })}
              </Badge>
            ) : (
              <Badge
                size="lg"
                tt="none"
                color="gray"
                className="chip"
                leftSection={<IconClock size={16} aria-hidden />}
              >
                {t('decide.approvals.waiting')}
              </Badge>
            )}
          </Group>
          {approval ? (
            <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
              {[approval.person, approval.function, approval.body, approval.act].filter(Boolean).join(' · ')}
            </Text>
          ) : null}
          {approval && sector === mayWithdraw ? (
            <WithdrawForm isBusy={isBusy} onWithdraw={(reason) => onWithdraw(sector, reason)} />
          ) : null}
        </Card>
      ))}
    </Stack>
  );
}
