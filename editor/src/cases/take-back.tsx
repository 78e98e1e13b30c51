import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useErrorWords } from '../session/error-words.ts';
import { useToast } from '../shell/toast.ts';
import { useWords } from '../words/use-words.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { troubleOf } from './trouble-of.ts';
import { useCaseAct } from './use-cases.ts';

/** Puts a case back on the version it came from, under the newest line of its history, as long as nothing followed. */
export function TakeBack({ caseId }: { caseId: string }) {
  const { t } = useWords();
  const toast = useToast();
  const act = useCaseAct(caseId);
  const [isAsked, setAsked] = useState(false);
  const trouble = troubleOf(act.error, useErrorWords());
  return (
    <Group gap="sm" mt="xs">
      <Button variant="default" className="wrap" onClick={() => setAsked(true)}>
        {t('moving.takeBack')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('moving.takeBackExplain')}
      </Text>
      {isAsked ? (
        <ReasonDialog
          title={t('moving.takeBack')}
          action={t('moving.takeBack')}
          onClose={() => {
            act.reset();
            setAsked(false);
          }}
          sending={act.isPending}
          trouble={trouble}
          onSend={(reason) =>
            act.mutate(
              { kind: 'take_back', reason },
              {
                onSuccess: () => {
                  toast(t('moving.takenBack'));
                  setAsked(false);
                },
              },
            )
          }
        />
      ) : null}
    </Group>
  );
}
