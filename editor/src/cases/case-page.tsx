import { Anchor, Badge, Button, Grid, Group, List, Stack, Tabs, Text, Title } from '@mantine/core';
import type { FactValue, Guide, Pack } from '@parcours/engine';
import { IconBellRinging, IconCircleCheck, IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseView } from '../client.ts';
import { CallCard, ComplaintCard } from '../guidance/call-card.tsx';
import { heardApart } from '../guidance/heard-apart.ts';
import { SignalDoors } from '../guidance/signal-doors.tsx';
import type { SignalGuide } from '../guidance/types.ts';
import { LazyMap } from '../map/lazy-map.tsx';
import { OnPack } from '../pack/on-pack.tsx';
import { useLabels } from '../pack/pack-context.tsx';
import { ReviewBanner } from '../pack/review-banner.tsx';
import { placesOf } from '../pack/states.ts';
import { useHeadingTerms } from '../pack/use-terms.ts';
import { StepPanel } from '../procedures/step-panel.tsx';
import { useProcedure } from '../procedures/use-procedures.ts';
import { useSession } from '../session/use-session.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { useMoments } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';
import { AnyTimeOutcomes } from './any-time-outcomes.tsx';
import { CaseAside, CaseProposals } from './case-aside.tsx';
import { CaseDialogs, type CaseQuestion } from './case-dialogs.tsx';
import { FactsView } from './facts-view.tsx';
import { JournalView } from './journal-view.tsx';
import { NewerVersion } from './newer-version.tsx';
import { OpenStep } from './open-step.tsx';
import { ReconsiderCard } from './reconsider-card.tsx';
import { TakeBack } from './take-back.tsx';
import { useCase, useJournal } from './use-cases.ts';
import { useProposed } from './use-proposed.ts';

/** A case: what to do now, its history, its facts, and where it stands on the map. */
export function CasePage({ id }: { id: string }) {
  const found = useCase(id);
  return <Loaded query={found}>{(view) => <CaseOnItsVersion view={view} />}</Loaded>;
}

function CaseOnItsVersion({ view }: { view: CaseView }) {
  const procedure = useProcedure(view.file.pack.hash);
  const { t } = useWords();
  return (
    <Loaded query={procedure}>
      {({ pack }) =>
        pack ? (
          <OnPack pack={pack}>
            <CaseContent view={view} pack={pack} />
          </OnPack>
        ) : (
          <Text role="alert">{t('error.pack_not_found')}</Text>
        )
      }
    </Loaded>
  );
}

function CaseContent({ view, pack }: { view: CaseView; pack: Pack }) {
  const { t, say } = useWords();
  const session = useSession();
  const [question, setQuestion] = useState<CaseQuestion>();
  const nameOf = (person: string) => view.names[person] ?? person;
  const account = session.data?.account.id ?? '';
  const { guide } = view;
  const heading = useHeadingTerms();
  const proposed = useProposed(view);
  // The end step often says it by its own name.
  const saysClosed = guide.now.some((step) => say(step.title) === t('cases.closed'));
  const anyTime = guide.now.flatMap((step) => heardApart(pack, step).anyTime);
  return (
    <Page
      title={t('cases.reference', { case: heading('case'), reference: view.reference })}
      subtitle={[view.child, say(pack.pack.title, pack.pack.id)].filter(Boolean).join(' · ')}
      back={{ href: '/cases', label: t('cases.title') }}
      above={<ReviewBanner state={guide.review} />}
      width={1240}
      actions={
        view.status === 'closed' && !saysClosed ? (
          <Badge size="xl" color="gray" leftSection={<IconCircleCheck size={18} aria-hidden />}>
            {t('cases.closed')}
          </Badge>
        ) : undefined
      }
    >
      <Tabs defaultValue="now">
        <Tabs.List mb="lg">
          <Tabs.Tab value="now">{t('casePage.now')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('casePage.history')}</Tabs.Tab>
          <Tabs.Tab value="facts">{t('casePage.facts')}</Tabs.Tab>
          <Tabs.Tab value="map">{t('casePage.map')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="now">
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, lg: 8 }}>
              <Stack gap="lg">
                <QuickWays
                  signals={guide.signals.length > 0 || anyTime.length > 0}
                  contacts={guide.contacts.length > 0}
                />
                <CaseProposals view={view} nameOf={nameOf} />
                <ReconsiderCard
                  items={guide.reconsider}
                  onMaintain={(item) => setQuestion({ kind: 'maintain', item })}
                />
                <CaseSteps view={view} account={account} />
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, lg: 4 }}>
              <Stack gap="lg">
                <div id={SIGNALS}>
                  <SignalDoors
                    signals={guide.signals}
                    onTell={(signal: SignalGuide) => setQuestion({ kind: 'signal', signal })}
                    others={
                      anyTime.length > 0 ? (
                        <AnyTimeOutcomes caseId={view.id} outcomes={anyTime} proposed={proposed} />
                      ) : null
                    }
                  />
                </div>
                <div id={CONTACTS}>
                  <CallCard contacts={guide.contacts} />
                </div>
                <CaseAside view={view} nameOf={nameOf} />
                <NewerVersion view={view} account={account} />
                {guide.complaint ? <ComplaintCard href={`/complaints/new/${view.id}`} /> : null}
                <DoneList done={guide.done} />
              </Stack>
            </Grid.Col>
          </Grid>
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <CaseHistory id={view.id} />
        </Tabs.Panel>
        <Tabs.Panel value="facts">
          <FactsView
            facts={view.file.facts}
            nameOf={nameOf}
            onCorrect={(fact: string, value: FactValue) => setQuestion({ kind: 'correct', fact, value })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="map">
          <CaseMap view={view} pack={pack} />
        </Tabs.Panel>
      </Tabs>
      <CaseDialogs caseId={view.id} question={question} onClose={() => setQuestion(undefined)} />
    </Page>
  );
}

const SIGNALS = 'say-at-once';
const CONTACTS = 'whom-to-call';

/** On a narrow screen, danger and the telephone are one press away, before everything else. */
function QuickWays({ signals, contacts }: { signals: boolean; contacts: boolean }) {
  const { t } = useWords();
  if (!signals && !contacts) return null;
  return (
    <Group gap="xs" grow hiddenFrom="lg">
      {signals ? (
        <Button
          component="a"
          href={`#${SIGNALS}`}
          className="wrap"
          variant="light"
          color="red"
          leftSection={<IconBellRinging size={20} aria-hidden />}
        >
          {t('casePage.toSignals')}
        </Button>
      ) : null}
      {contacts ? (
        <Button
          component="a"
          href={`#${CONTACTS}`}
          className="wrap"
          variant="default"
          leftSection={<IconPhone size={20} aria-hidden />}
        >
          {t('casePage.toContacts')}
        </Button>
      ) : null}
    </Group>
  );
}

/** An hour to make a child safe comes before a day to register: the step whose deadline is next stands on top. */
function mostPressingFirst(steps: Guide['now']): Guide['now'] {
  const due = (step: Guide['now'][number]) =>
    step.deadlines.flatMap((row) => row.due ?? []).reduce((a, b) => (a < b ? a : b), '9');
  return [...steps].sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
}

function CaseSteps({ view, account }: { view: CaseView; account: string }) {
  const { t, say } = useWords();
  const heading = useHeadingTerms();
  const steps = mostPressingFirst(view.guide.now);
  return (
    <>
      {steps.length > 1 ? (
        <nav aria-label={t('casePage.steps')}>
          <Text fw={600} mb={4}>
            {t('casePage.steps')}
          </Text>
          <Group gap="sm">
            {steps.map((step) => (
              <Anchor key={step.step} href={`#step-${step.step}`} className="way">
                {say(step.title, step.step)}
              </Anchor>
            ))}
          </Group>
        </nav>
      ) : null}
      {view.guide.withheld.map((track) => (
        <Text key={track.track} size="sm">
          {t('guide.withheld', { track: heading('track'), title: say(track.title, track.track) })} –{' '}
          {say(track.why)}
        </Text>
      ))}
      {steps.map((step) => (
        <div key={`${step.step} ${step.since}`} id={`step-${step.step}`}>
          <OpenStep view={view} account={account} step={step} />
        </div>
      ))}
    </>
  );
}

function CaseHistory({ id }: { id: string }) {
  const journal = useJournal(id, true);
  return (
    <Loaded query={journal}>
      {({ entries, names }) => (
        <JournalView
          entries={entries}
          nameOf={(person) => names[person] ?? person}
          newest={(line) => (line.kind === 'migrated' && !line.withdrawn ? <TakeBack caseId={id} /> : null)}
        />
      )}
    </Loaded>
  );
}

function CaseMap({ view, pack }: { view: CaseView; pack: Pack }) {
  const [open, setOpen] = useState<string>();
  const { t } = useWords();
  const labels = useLabels();
  const here = placesOf(pack, view.file.position.value);
  const [whole, setWhole] = useState({ here, past: Object.keys(view.file.done), key: here.join(' ') });
  if (whole.key !== here.join(' '))
    setWhole({ here, past: Object.keys(view.file.done), key: here.join(' ') });
  return (
    <Stack gap="sm">
      <Text>
        {t('casePage.steps')}
        {t('app.colon')} <b>{view.guide.now.map((step) => labels.state(step.step)).join(', ')}</b>
      </Text>
      <LazyMap pack={pack} here={whole.here} past={whole.past} onOpen={setOpen} height="72vh" />
      <StepPanel step={open} onClose={() => setOpen(undefined)} />
    </Stack>
  );
}

function DoneList({ done }: { done: Guide['done'] }) {
  const { t, say } = useWords();
  const moments = useMoments();
  if (done.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        {t('casePage.done')}
      </Title>
      <List size="sm" spacing={4}>
        {done.map((step) => (
          <List.Item key={step.step}>
            {say(step.title, step.step)}{' '}
            <Text span size="sm" c="dimmed">
              {moments.moment(step.at)}
            </Text>
          </List.Item>
        ))}
      </List>
    </div>
  );
}
