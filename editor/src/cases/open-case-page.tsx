import { Badge, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { client, type PackSummary } from '../client.ts';
import { OnPack } from '../pack/on-pack.tsx';
import { useLabels } from '../pack/pack-context.tsx';
import { ReviewBanner, reviewLook } from '../pack/review-banner.tsx';
import { useCountryName } from '../procedures/country-name.ts';
import { useProcedure, useProcedures } from '../procedures/use-procedures.ts';
import { answerOf } from '../session/api-error.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { useWords } from '../words/use-words.ts';
import { FirstFacts } from './first-facts.tsx';
import { useIdempotencyKey } from './use-cases.ts';

/** First which procedure, unless there is only one. */
export function ChooseProcedurePage() {
  const { t } = useWords();
  const packs = useProcedures();
  return (
    <Page title={t('cases.chooseProcedure')} back={{ href: '/cases', label: t('cases.title') }} width={820}>
      <Loaded query={packs}>
        {(list) => <ProcedureChoices packs={list.packs.filter((pack) => pack.runs && !pack.sealed)} />}
      </Loaded>
    </Page>
  );
}

export function ProcedureChoices({ packs }: { packs: readonly PackSummary[] }) {
  const { t, say } = useWords();
  const country = useCountryName();
  if (packs.length === 0) return <Text c="dimmed">{t('cases.cannotOpen')}</Text>;
  return (
    <Stack gap="sm">
      {packs.map((pack) => {
        const review = reviewLook(pack.review);
        return (
          <Link key={pack.id} href={`/cases/new/${pack.id}`} className="case-row" data-pack={pack.id}>
            <Text fw={650}>{say(pack.title, pack.id)}</Text>
            <Group gap="sm" mt={4}>
              <Text size="sm" c="dimmed">
                {country(pack.jurisdiction)}
              </Text>
              <Badge
                color={review.color}
                className="chip"
                leftSection={<review.Icon size={14} aria-hidden />}
              >
                {t(review.key)}
              </Badge>
            </Group>
          </Link>
        );
      })}
    </Stack>
  );
}

/** Then the first facts, all of which may stay blank. */
export function OpenCasePage({ pack: id }: { pack: string }) {
  const procedure = useProcedure(id);
  const packs = useProcedures();
  return (
    <Loaded query={procedure}>
      {({ pack }) => (
        <Loaded query={packs}>
          {(list) => {
            const summary = list.packs.find((found) => found.id === id);
            if (!pack || !summary) return null;
            return (
              <OnPack pack={pack}>
                <OpenCase pack={pack} roles={summary.roles} />
              </OnPack>
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

function OpenCase({ pack, roles }: { pack: Pack; roles: readonly string[] }) {
  const { t, say } = useWords();
  const labels = useLabels();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const keyOf = useIdempotencyKey();
  const [role, setRole] = useState(roles[0] ?? '');
  return (
    <Page
      title={t('cases.open')}
      subtitle={say(pack.pack.title, pack.pack.id)}
      back={{ href: '/cases/new', label: t('cases.chooseProcedure') }}
      above={<ReviewBanner state={pack.pack.review.state} />}
      width={820}
    >
      {roles.length > 1 ? (
        <NativeSelect
          label={t('cases.role')}
          value={role}
          title={role === '' ? undefined : labels.role(role)}
          onChange={(event) => setRole(event.currentTarget.value)}
          data={roles.map((id) => ({ value: id, label: labels.role(id) }))}
        />
      ) : null}
      <FirstFacts
        pack={pack}
        draftKey={`new.${pack.pack.id}`}
        title={t('cases.firstFacts')}
        explain={t('cases.firstFactsExplain')}
        action={t('cases.openNow')}
        send={(typed) => {
          const json = { pack: pack.pack.id, ...(role === '' ? {} : { role }), ...typed };
          return answerOf(client.api.cases.$post({ json }, keyOf(json)));
        }}
        onTaken={(answer) => {
          void queries.invalidateQueries({ queryKey: ['cases'] });
          go(`/cases/${answer.case}`);
        }}
      />
    </Page>
  );
}
