import { Alert, Button, Center, Group, Loader, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import type { DraftView } from '../../client.ts';
import { useProcedures } from '../../procedures/use-procedures.ts';
import { useErrorWords } from '../../session/error-words.ts';
import { useSession } from '../../session/use-session.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { Page } from '../../shell/page.tsx';
import { ZoneProvider } from '../../words/zone.tsx';
import { nameOfPlace } from '../commands/element-at.ts';
import { DrawingProvider, useDrawingState } from '../drawing-context.tsx';
import type { DrawingStore } from '../drawing-store.ts';
import { DrawingTable } from '../drawing-table.tsx';
import { VIEWS, type ViewId } from '../views.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { BringPage } from './bring-page.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { DeskContext } from './desk-context.ts';
import { DraftListView } from './draft-list-view.tsx';
import { NewDraftForm } from './new-draft-form.tsx';
import { PenBar } from './pen-bar.tsx';
import { useDesk } from './use-desk.ts';
import { useBeginDraft, useDraft, useDrafts, usePen, useTable } from './use-drafts.ts';

/** Draws procedures: a function of the service, of no procedure. */
const AUTHOR = 'author';

/** The drafts by their addresses. */
export function DraftPages() {
  const first = VIEWS[0]?.id ?? 'outline';
  return (
    <Switch>
      <Route path="/drafts" component={DraftListPage} />
      <Route path="/drafts/bring" component={BringPage} />
      <Route path="/drafts/:id">{({ id }) => <Redirect to={`/drafts/${id}/${first}`} replace />}</Route>
      <Route path="/drafts/:id/:view">{({ id, view }) => <DraftPage key={id} id={id} view={view} />}</Route>
    </Switch>
  );
}

function useIsAuthor(): boolean {
  return useSession().data?.account.roles.includes(AUTHOR) ?? false;
}

function DraftListPage() {
  const { t, app } = useDrawingWords();
  const drafts = useDrafts();
  const packs = useProcedures();
  const isAuthor = useIsAuthor();
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <Page
      title={t('desk.title')}
      actions={
        isAuthor ? (
          <Group gap="sm">
            <Button
              component={Link}
              href="/drafts/bring"
              variant="default"
              leftSection={<IconFileImport size={20} aria-hidden />}
            >
              {t('exchange.in.bring')}
            </Button>
            <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={dialog.open}>
              {t('desk.begin')}
            </Button>
          </Group>
        ) : null
      }
    >
      <Loaded query={drafts}>
        {(list) => <DraftListView drafts={list.drafts} procedures={packs.data?.packs ?? []} />}
      </Loaded>
      <Modal
        opened={isOpen}
        onClose={dialog.close}
        title={t('desk.begin')}
        size="lg"
        closeButtonProps={{ 'aria-label': app('act.close') }}
      >
        <NewDraft />
      </Modal>
    </Page>
  );
}

function NewDraft() {
  const packs = useProcedures();
  const begin = useBeginDraft();
  const words = useErrorWords();
  const [, go] = useLocation();
  return (
    <Loaded query={packs}>
      {(list) => (
        <>
          {begin.error ? (
            <Alert color="red" role="alert" mb="md">
              {words(begin.error)}
            </Alert>
          ) : null}
          <NewDraftForm
            packs={list.packs.filter(({ runs }) => runs)}
            isBusy={begin.isPending}
            onBegin={(from) => begin.mutate(from, { onSuccess: ({ id }) => go(`/drafts/${id}`) })}
          />
        </>
      )}
    </Loaded>
  );
}

function DraftPage({ id, view }: { id: string; view: string }) {
  const draft = useDraft(id);
  return <Loaded query={draft}>{(found) => <OpenDraft found={found} view={view} />}</Loaded>;
}

function OpenDraft({ found, view }: { found: DraftView; view: string }) {
  const { app } = useDrawingWords();
  const desk = useDesk(found);
  if (!desk?.drawing)
    return (
      <Center mih={240}>
        <Loader role="status" aria-label={app('app.loading')} />
      </Center>
    );
  return (
    <DrawingProvider drawing={desk.drawing}>
      <DeskPage found={found} desk={{ ...desk, drawing: desk.drawing }} view={view} />
    </DrawingProvider>
  );
}

type OpenDesk = NonNullable<ReturnType<typeof useDesk>> & { readonly drawing: DrawingStore };

function DeskPage({ found, desk, view }: { found: DraftView; desk: OpenDesk; view: string }) {
  const { t, say } = useDrawingWords();
  const [, go] = useLocation();
  const session = useSession();
  const head = useDrawingState(({ log }) => log.pack.pack);
  const place = useDrawingState(({ selected }) => selected);
  const { id } = found.draft;
  const table = useTable(id, place);
  const pen = usePen(id);
  const isAuthor = useIsAuthor();
  const me = session.data?.account.id ?? '';
  const mayWrite =
    table.data?.state === 'drawing' &&
    table.data.pen?.account === me &&
    isAuthor &&
    desk.saving.state !== 'conflict';
  useEffect(() => desk.drawing.setReadOnly(!mayWrite), [desk.drawing, mayWrite]);
  const open = useMemo(
    () => ({ id, account: me, pack: head.id, saved: desk.saved }),
    [id, me, head.id, desk.saved],
  );
  const show = useCallback((next: ViewId) => go(`/drafts/${id}/${next}`), [go, id]);
  const known = VIEWS.some((each) => each.id === view) ? (view as ViewId) : VIEWS[0]?.id;
  return (
    <ZoneProvider zone={head.timeZone}>
      <Page
        title={say(head.title) || head.id}
        back={{ href: '/drafts', label: t('desk.title') }}
        width={1800}
        isLow
        actions={
          <PenBar
            me={me}
            isAuthor={isAuthor}
            table={table.data}
            saving={desk.saving}
            nameOfPlace={(each) => say(nameOfPlace(desk.drawing.get().log.pack, each))}
            onPen={pen.mutate}
          />
        }
      >
        {desk.saving.state === 'conflict' ? (
          <ConflictNote
            theirs={desk.saving.theirs}
            canLayAgain={desk.canLayAgain}
            onAgain={desk.layAgain}
            onTheirs={desk.giveUp}
          />
        ) : null}
        {known ? (
          <DeskContext value={open}>
            <DrawingTable view={known} onView={show} />
          </DeskContext>
        ) : null}
      </Page>
    </ZoneProvider>
  );
}
