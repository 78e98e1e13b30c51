import { Alert, Text } from '@mantine/core';
import { compile, type Pack } from '@parcours/engine';
import { useMemo } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import type { PackSummary } from '../client.ts';
import { ReviewBanner } from '../pack/review-banner.tsx';
import { useCountryName } from '../procedures/country-name.ts';
import { useProcedure, useProcedures } from '../procedures/use-procedures.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { useWords } from '../words/use-words.ts';
import { ExerciseView, FictionBanner } from './exercise-view.tsx';
import { ScenarioList } from './scenario-list.tsx';

/** Training: choose a procedure, then a situation, then play it. Nothing leaves the browser. */
export function SimulatorPages() {
  return (
    <Switch>
      <Route path="/simulator" component={ProceduresToTrain} />
      <Route path="/simulator/:pack">{({ pack }) => <ScenariosPage id={pack} />}</Route>
      <Route path="/simulator/:pack/:scenario">
        {({ pack, scenario }) => <ExercisePage key={`${pack} ${scenario}`} id={pack} scenario={scenario} />}
      </Route>
      <Route>
        <Redirect to="/simulator" replace />
      </Route>
    </Switch>
  );
}

function ProceduresToTrain() {
  const { t } = useWords();
  const packs = useProcedures();
  return (
    <Page title={t('simulator.title')} above={<FictionBanner />} width={820}>
      <Loaded query={packs}>
        {(list) => (
          <TrainableList packs={list.packs.filter((pack) => pack.runs && pack.scenarios.length > 0)} />
        )}
      </Loaded>
    </Page>
  );
}

function TrainableList({ packs }: { packs: readonly PackSummary[] }) {
  const { t, say } = useWords();
  const country = useCountryName();
  if (packs.length === 0) return <Text c="dimmed">{t('simulator.empty')}</Text>;
  return packs.map((pack) => (
    <Link key={pack.id} href={`/simulator/${pack.id}`} className="case-row" data-pack={pack.id}>
      <Text fw={650}>{say(pack.title, pack.id)}</Text>
      <Text size="sm" c="dimmed">
        {country(pack.jurisdiction)} · {t('simulator.situations', { count: pack.scenarios.length })}
      </Text>
    </Link>
  ));
}

function ScenariosPage({ id }: { id: string }) {
  const { t } = useWords();
  const procedure = useProcedure(id);
  return (
    <Page
      title={t('simulator.choose')}
      back={{ href: '/simulator', label: t('simulator.title') }}
      above={<FictionBanner />}
      width={820}
    >
      <Loaded query={procedure}>
        {({ pack }) =>
          pack ? (
            <>
              <ReviewBanner state={pack.pack.review.state} />
              <ScenarioList
                scenarios={pack.scenarios}
                hrefOf={(scenario) => `/simulator/${id}/${scenario}`}
              />
            </>
          ) : null
        }
      </Loaded>
    </Page>
  );
}

function ExercisePage({ id, scenario }: { id: string; scenario: string }) {
  const { t } = useWords();
  const procedure = useProcedure(id);
  return (
    <Page
      title={t('simulator.title')}
      back={{ href: `/simulator/${id}`, label: t('simulator.other') }}
      width={1500}
    >
      <Loaded query={procedure}>
        {({ pack, hash }) => (pack ? <Exercise pack={pack} hash={hash} scenario={scenario} /> : null)}
      </Loaded>
    </Page>
  );
}

function Exercise({ pack, hash, scenario: id }: { pack: Pack; hash: string; scenario: string }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const pathway = useMemo(() => compile(pack, hash), [pack, hash]);
  const scenario = pack.scenarios[id];
  if (!scenario) {
    return (
      <Alert color="orange" role="alert">
        {t('simulator.failed')}
      </Alert>
    );
  }
  return (
    <ExerciseView pathway={pathway} scenario={scenario} onOther={() => go(`/simulator/${pack.pack.id}`)} />
  );
}
