import { Anchor, Center, Loader, Text } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link, Redirect, Route, Switch } from 'wouter';
import { ApiError } from '../session/api-error.ts';
import { Door } from '../session/door.tsx';
import { SESSION_KEY } from '../session/use-session.ts';
import { useWords } from '../words/use-words.ts';
import { Page } from './page.tsx';

/** Pages come with their own code: the door opens before any of them is there. */
const CaseListPage = lazy(async () => ({
  default: (await import('../cases/case-list-page.tsx')).CaseListPage,
}));
const CasePage = lazy(async () => ({ default: (await import('../cases/case-page.tsx')).CasePage }));
const ChooseProcedurePage = lazy(async () => ({
  default: (await import('../cases/open-case-page.tsx')).ChooseProcedurePage,
}));
const OpenCasePage = lazy(async () => ({
  default: (await import('../cases/open-case-page.tsx')).OpenCasePage,
}));
const ComplaintPage = lazy(async () => ({
  default: (await import('../complaints/complaint-page.tsx')).ComplaintPage,
}));
const NoticesPage = lazy(async () => ({
  default: (await import('../notices/notices-page.tsx')).NoticesPage,
}));
const LeftCasesPage = lazy(async () => ({
  default: (await import('../people/left-cases-page.tsx')).LeftCasesPage,
}));
const PeoplePage = lazy(async () => ({ default: (await import('../people/people-page.tsx')).PeoplePage }));
const ProcedureListPage = lazy(async () => ({
  default: (await import('../procedures/procedure-pages.tsx')).ProcedureListPage,
}));
const ProcedurePage = lazy(async () => ({
  default: (await import('../procedures/procedure-pages.tsx')).ProcedurePage,
}));
const Simulator = lazy(async () => ({
  default: (await import('../simulator/simulator-pages.tsx')).SimulatorPages,
}));
const Drafts = lazy(async () => ({
  default: (await import('../drawing/desk/draft-pages.tsx')).DraftPages,
}));

/** Retries only what may pass by itself; a session that ended shows the door again. */
function newQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof ApiError && error.status === 401) client.setQueryData(SESSION_KEY, null);
      },
    }),
    defaultOptions: {
      queries: { retry: (tries, error) => tries < 2 && error instanceof ApiError && error.status === 0 },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}

/** Every page by its address. */
export function App() {
  const [queries] = useState(newQueryClient);
  const { t } = useWords();
  return (
    <QueryClientProvider client={queries}>
      <Door>
        <Suspense
          fallback={
            <Center mih={240}>
              <Loader role="status" aria-label={t('app.loading')} />
            </Center>
          }
        >
          <Switch>
            <Route path="/">
              <Redirect to="/cases" replace />
            </Route>
            <Route path="/cases" component={CaseListPage} />
            <Route path="/cases/new" component={ChooseProcedurePage} />
            <Route path="/cases/new/:pack">{({ pack }) => <OpenCasePage key={pack} pack={pack} />}</Route>
            <Route path="/cases/:id">{({ id }) => <CasePage key={id} id={id} />}</Route>
            <Route path="/complaints/new/:about">{({ about }) => <ComplaintPage about={about} />}</Route>
            <Route path="/procedures" component={ProcedureListPage} />
            <Route path="/procedures/:id">{({ id }) => <ProcedurePage key={id} id={id} />}</Route>
            <Route path="/drafts/*?">
              <Drafts />
            </Route>
            <Route path="/simulator/*?">
              <Simulator />
            </Route>
            <Route path="/notices" component={NoticesPage} />
            <Route path="/people" component={PeoplePage} />
            <Route path="/left-cases" component={LeftCasesPage} />
            <Route>
              <Page title={t('app.notFound')}>
                <Text>
                  <Anchor component={Link} href="/">
                    {t('app.home')}
                  </Anchor>
                </Text>
              </Page>
            </Route>
          </Switch>
        </Suspense>
      </Door>
    </QueryClientProvider>
  );
}
