import { Alert, Code, Stack, Text } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { IconLock, IconMailCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { FirstFacts } from '../cases/first-facts.tsx';
import { useCase, useIdempotencyKey } from '../cases/use-cases.ts';
import { client } from '../client.ts';
import { OnPack } from '../pack/on-pack.tsx';
import { ReviewBanner } from '../pack/review-banner.tsx';
import { useProcedure } from '../procedures/use-procedures.ts';
import { answerOf } from '../session/api-error.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { useWords } from '../words/use-words.ts';

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
          <OnPack pack={pack}>
            <ComplaintForm about={about} pack={pack} />
          </OnPack>
        ) : null
      }
    </Loaded>
  );
}

function ComplaintForm({ about, pack }: { about: string; pack: Pack }) {
  const { t } = useWords();
  const keyOf = useIdempotencyKey();
  const [acknowledgement, setAcknowledgement] = useState<string>();
  return (
    <Page
      title={t('complaint.title')}
      back={{ href: `/cases/${about}`, label: t('act.back') }}
      above={<ReviewBanner state={pack.pack.review.state} />}
      width={820}
    >
      <Alert color="lagoon" icon={<IconLock aria-hidden />} role="note">
        {t('complaint.explain')}
      </Alert>
      {acknowledgement === undefined ? (
        <FirstFacts
          pack={pack}
          draftKey={`complaint.${about}`}
          action={t('complaint.send')}
          send={(typed) => {
            const json = { about, pack: pack.pack.id, ...typed };
            return answerOf(client.api.complaints.$post({ json }, keyOf(json)));
          }}
          onTaken={(answer) => setAcknowledgement(answer.acknowledgement)}
        />
      ) : (
        <Alert
          color="green"
          icon={<IconMailCheck aria-hidden />}
          title={t('complaint.received')}
          role="status"
        >
          <Stack gap="xs">
            <Text>{t('complaint.keep')}</Text>
            <Code fz="lg">{acknowledgement}</Code>
          </Stack>
        </Alert>
      )}
    </Page>
  );
}
