import { Button, Group, List, Stack, Text } from '@mantine/core';
import type { FactValue } from '@parcours/engine';
import { IconUsersPlus } from '@tabler/icons-react';
import type { ProposalView } from '../client.ts';
import { useValueWords } from '../forms/value-words.ts';
import { useLabels, usePack } from '../pack/pack-context.tsx';
import { useMoments } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';
import { AttentionCard } from './attention-card.tsx';
import { ProposalFollows } from './proposal-follows.tsx';

type Props = {
  readonly caseId: string;
  readonly proposals: readonly ProposalView[];
  readonly nameOf: (person: string) => string;
  readonly onSettle: (proposal: string, confirm: boolean) => void;
  readonly busy?: boolean;
};

/** What one person proposed and another must confirm before it counts. */
export function ProposalCard({ caseId, proposals, nameOf, onSettle, busy = false }: Props) {
  const { t } = useWords();
  const labels = useLabels();
  const pack = usePack();
  const moments = useMoments();
  const words = useValueWords();
  if (proposals.length === 0) return null;
  return (
    <AttentionCard icon={IconUsersPlus} title={t('proposals.title')}>
      {proposals.map((proposal) => (
        <Stack key={proposal.id} gap={6} data-proposal={proposal.id}>
          <Text fw={600}>{labels.event(proposal.event)}</Text>
          <Text size="sm" c="dimmed">
            {t('proposals.by', { who: nameOf(proposal.by), when: moments.moment(proposal.at) })}
          </Text>
          {proposal.rectifies ? (
            <Text size="sm">{t('late.rectifies', { when: moments.moment(proposal.rectifies) })}</Text>
          ) : null}
          {proposal.reason ? <Text size="sm">{t('journal.reason', { reason: proposal.reason })}</Text> : null}
          <List size="sm">
            {Object.entries(proposal.facts).map(([fact, value]) => (
              <List.Item key={fact}>
                {/* The service sends back the values it was given, checked by the engine. */}
                {labels.fact(fact)}
                {t('app.colon')} <b>{words(pack.facts[fact], value as FactValue)}</b>
              </List.Item>
            ))}
          </List>
          {proposal.rectifies && proposal.mayConfirm ? (
            <ProposalFollows caseId={caseId} proposal={proposal.id} />
          ) : null}
          {proposal.mayConfirm ? null : <Text size="sm">{t('proposals.own')}</Text>}
          <Group gap="xs">
            {proposal.mayConfirm ? (
              <Button onClick={() => onSettle(proposal.id, true)} loading={busy}>
                {t('proposals.confirm')}
              </Button>
            ) : null}
            <Button variant="default" onClick={() => onSettle(proposal.id, false)} disabled={busy}>
              {t(proposal.mayConfirm ? 'proposals.refuse' : 'proposals.withdraw')}
            </Button>
          </Group>
        </Stack>
      ))}
    </AttentionCard>
  );
}
