import { Alert, Button, Card, Code, Stack, Text } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { IconLock, IconMailCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { TroubleAlert } from '../cases/trouble.tsx';
import { troubleOf } from '../cases/trouble-of.ts';
import { useCase, useIdempotencyKey } from '../cases/use-cases.ts';
import { client } from '../client.ts';
import { useDraft } from '../forms/draft.ts';
import { FactForm } from '../forms/fact-form.tsx';
import { useInvalidWords } from '../forms/invalid-words.ts';
import { firstStep } from '../pack/first-step.ts';
import { PackProvider } from '../pack/pack-context.tsx';
import { ReviewBanner } from '../pack/review-banner.tsx';
import { useProcedure } from '../procedures/use-procedures.ts';
import { answerOf } from '../session/api-error.ts';
import { useErrorWords } from '../session/error-words.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { useWords } from '../words/use-words.ts';
import { ZoneProvider } from '../words/zone.tsx';

/** The complaint door of a case: a sealed case of its own, of which the first keeps no trace. */
export function ComplaintPage({ about }: { about: string }) {
  const found = useCase(about);
  return (
    <Loaded query={found}>
      {({ guide }) =>
        guide.complaint === undefined ? null : <OnComplaintPack about={about} pack={guide.complaint} />
      }
    </Loaded>
  );
}

function OnComplaintPack({ about, pack: id }: { about: string; pack: string }) {
  const procedure = useProcedure(id);
  return (
    <Loaded query={procedure}>
      {({ pack }) =>
        pack ? (
          <PackProvider pack={pack}>
            <ZoneProvider zone={pack.pack.timeZone}>
              <ComplaintForm about={about} pack={pack} />
            </ZoneProvider>
          </PackProvider>
        ) : null
      }
    </Loaded>
  );
}

function ComplaintForm({ about, pack }: { about: string; pack: Pack }) {
  const { t } = useWords();
  const draft = useDraft(`complaint.${about}`);
  const keyOf = useIdempotencyKey();
  const errorWords = useErrorWords();
  const invalidWords = useInvalidWords();
  const form = firstStep(pack)?.form;
  const send = useMutation({
    mutationFn: () => {
      const facts = draft.answers;
      const json = { about, pack: pack.pack.id, ...(Object.keys(facts).length > 0 ? { facts } : {}) };
      return answerOf(client.api.complaints.$post({ json }, keyOf(json)));
    },
    onSuccess: () => draft.clear(),
  });
  const trouble = troubleOf(send.error, errorWords);
  return (
    <Page
      title={t('complaint.title')}
      back={{ href: `/cases/${about}`, label: t('act.back') }}
      above={<ReviewBanner state={pack.pack.review.state} />}
      width={820}
    >
      <Alert color="lagoon" icon={<IconLock aria-hidden />}>
        {t('complaint.explain')}
      </Alert>
      {send.data ? (
        <Alert
          color="green"
          icon={<IconMailCheck aria-hidden />}
          title={t('complaint.received')}
          role="status"
        >
          <Stack gap="xs">
            <Text>{t('complaint.keep')}</Text>
            <Code fz="lg">{send.data.acknowledgement}</Code>
          </Stack>
        </Alert>
      ) : (
        <>
          {form ? (
            <Card withBorder p={{ base: 'md', md: 'xl' }}>
              <FactForm
                level={2}
                form={form}
                answers={draft.answers}
                onAnswer={draft.answer}
                errors={trouble?.kind === 'invalid' ? invalidWords(trouble.invalid) : {}}
              />
            </Card>
          ) : null}
          {trouble ? <TroubleAlert trouble={trouble} /> : null}
          <Button
            size="lg"
            onClick={() => send.mutate()}
            loading={send.isPending}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('complaint.send')}
          </Button>
        </>
      )}
    </Page>
  );
}
