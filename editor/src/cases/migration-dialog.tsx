import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../client.ts';
import { usePack } from '../pack/pack-context.tsx';
import { useProcedure } from '../procedures/use-procedures.ts';
import { useErrorWords } from '../session/error-words.ts';
import { Loaded } from '../shell/loaded.tsx';
import { useToast } from '../shell/toast.ts';
import { useWords } from '../words/use-words.ts';
import { MigrationPlanView } from './migration-plan-view.tsx';
import { TroubleAlert } from './trouble.tsx';
import { troubleOf } from './trouble-of.ts';
import { useCaseAct, useMigrationPlan } from './use-cases.ts';

type Props = {
  readonly view: CaseView;
  readonly to: { readonly hash: string; readonly version: string };
  readonly onClose: () => void;
};

/** What another version would make of this case, and moving it there with a reason. */
export function MigrationDialog({ view, to, onClose }: Props) {
  const { t } = useWords();
  const toast = useToast();
  const pack = usePack();
  const plan = useMigrationPlan(view.id, to.hash, view.file.seq);
  const target = useProcedure(to.hash);
  const act = useCaseAct(view.id);
  const [reason, setReason] = useState('');
  const trouble = troubleOf(act.error, useErrorWords());
  const move = () =>
    act.mutate(
      { kind: 'migrate', to: to.hash, reason: reason.trim() },
      {
        onSuccess: () => {
          toast(t('moving.moved', { to: to.version }));
          onClose();
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('moving.title', { from: view.file.pack.version, to: to.version })}
      size="xl"
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Loaded query={plan}>
        {(told) => (
          <Loaded query={target}>
            {(found) => (
              <Stack>
                <MigrationPlanView plan={told} from={pack} to={found.pack ?? pack} />
                {told.ok ? (
                  <Textarea
                    label={t('report.reason')}
                    withAsterisk
                    value={reason}
                    onChange={(event) => setReason(event.currentTarget.value)}
                  />
                ) : null}
                {trouble ? <TroubleAlert trouble={trouble} /> : null}
                <Group justify="flex-end">
                  <Button variant="default" onClick={onClose}>
                    {t('act.close')}
                  </Button>
                  {told.ok ? (
                    <Button
                      className="wrap"
                      disabled={reason.trim() === ''}
                      loading={act.isPending}
                      onClick={move}
                    >
                      {t('moving.move', { to: to.version })}
                    </Button>
                  ) : null}
                </Group>
              </Stack>
            )}
          </Loaded>
        )}
      </Loaded>
    </Modal>
  );
}
