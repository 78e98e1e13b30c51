import { Alert, Stack, Tabs, Text } from '@mantine/core';
import { localDate } from '@parcours/engine';
import { useState } from 'react';
import type { DraftComment } from '../../client.ts';
import { useErrorWords } from '../../session/error-words.ts';
import { useSession } from '../../session/use-session.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { useToast } from '../../shell/toast.ts';
import { useNow } from '../../words/clock.tsx';
import { useGoTo } from '../actions/use-go-to.ts';
import { acceptSuggestion } from '../commands/suggestions.ts';
import { type OpenDraft, useIsSaved, useOpenDraft } from '../desk/desk-context.ts';
import { useTable } from '../desk/use-drafts.ts';
import { useDrawing, useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { placeOf } from '../findings/place-of.ts';
import { HelpRow } from '../help/with-help.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { CommentsPart } from './comments-part.tsx';
import { GatePart } from './gate-part.tsx';
import { MinutesPart } from './minutes-part.tsx';
import { PublishPart } from './publish-part.tsx';
import { ReviewPart } from './review-part.tsx';
import { RunningCases } from './running-cases.tsx';
import { StayingCases } from './staying-cases.tsx';
import {
  type Remark,
  useDecide,
  useDecision,
  useGate,
  useMinutes,
  useMoveAct,
  useMoveCases,
  useMovePlan,
  usePublish,
  useRemark,
  useVersionDiff,
  useVersionMoves,
  useVersions,
} from './use-deciding.ts';
import { DifferenceList, VersionHistory } from './version-history.tsx';

const PARTS = ['comments', 'review', 'versions', 'minutes'] as const;

/** Deciding about a draft: what is said of it, its review and publication, its versions, its minutes. */
export function DecideView() {
  const { t } = useDrawingWords();
  const draft = useOpenDraft();
  if (!draft) return <Text c="dimmed">{t('decide.noDraft')}</Text>;
  return (
    <Tabs defaultValue="comments" keepMounted={false} variant="outline">
      <Tabs.List>
        {PARTS.map((part) => (
          <Tabs.Tab key={part} value={part} mih={44}>
            {t(`decide.parts.${part}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="comments" pt="md" maw={820}>
        <Comments draft={draft} />
      </Tabs.Panel>
      <Tabs.Panel value="review" pt="md" maw={820}>
        <ReviewAndPublish draft={draft} />
      </Tabs.Panel>
      <Tabs.Panel value="versions" pt="md" maw={820}>
        <VersionsAndCases draft={draft} />
      </Tabs.Panel>
      <Tabs.Panel value="minutes" pt="md">
        <Minutes draft={draft} />
      </Tabs.Panel>
    </Tabs>
  );
}

type Props = { readonly draft: OpenDraft };

function Comments({ draft }: Props) {
  const drawing = useDrawing();
  const words = useErrorWords();
  const place = useDrawingState(({ selected }) => selected);
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const goTo = useGoTo();
  const show = (at: string) => goTo(placeOf(at));
  const table = useTable(draft.id, place);
  const remark = useRemark(draft.id);
  // Told even when another part is looked at by then; why it failed is shown where it was said.
  const send = (said: Remark, onSent?: () => void) =>
    void remark.mutateAsync(said).then(onSent, () => undefined);
  const accept = ({ id, place: at, suggestion }: DraftComment) => {
    if (!suggestion) return;
    const patches = suggestion.patches.map(({ path, ...patch }) => ({ ...patch, path: [...path] }));
    if (drawing.perform(acceptSuggestion, { patches, place: placeOf(at) }))
      remark.mutate({ kind: 'settle', comment: id, state: 'done' });
  };
  return (
    <Loaded query={table}>
      {({ comments, names }) => (
        <CommentsPart
          comments={comments}
          names={names}
          place={place}
          canAccept={!isReadOnly}
          isBusy={remark.isPending}
          failed={remark.error ? { remark: remark.variables, problem: words(remark.error) } : undefined}
          onRemark={send}
          onAccept={accept}
          onPlace={show}
        />
      )}
    </Loaded>
  );
}

function ReviewAndPublish({ draft }: Props) {
  const isSaved = useIsSaved();
  const { t } = useDrawingWords();
  const words = useErrorWords();
  const toast = useToast();
  const pack = useDrawnPack();
  const now = useNow();
  const goTo = useGoTo();
  const show = (at: string) => goTo(placeOf(at));
  const place = useDrawingState(({ selected }) => selected);
  const table = useTable(draft.id, place);
  const [asked, setAsked] = useState<string>();
  const stamp = table.data ? `${table.data.revision} ${table.data.state} ${table.data.approvals.length}` : '';
  // What was approved changes nothing in the text: the report stands.
  const text = table.data ? `${table.data.revision} ${table.data.state}` : '';
  const isAsked = asked === text || table.data?.state === 'review';
  const decision = useDecision(draft.id, stamp);
  const gate = useGate(draft.id, text, isAsked);
  const decide = useDecide(draft.id);
  const publish = usePublish(draft.id, draft.pack);
  const today = localDate(new Date(now).toISOString(), pack.pack.timeZone);
  return (
    <Loaded query={decision}>
      {(found) => (
        <Stack gap="xl">
          {decide.error ? (
            <Alert color="red" role="alert">
              {words(decide.error)}
            </Alert>
          ) : null}
          <ReviewPart decision={found} isSaved={isSaved} isBusy={decide.isPending} onDecide={decide.mutate} />
          {gate.error ? (
            <Alert color="red" role="alert">
              {words(gate.error)}
            </Alert>
          ) : null}
          <HelpRow about={['gate', 'hash', 'second']} />
          {found.state === 'drawing' || found.state === 'review' ? (
            <GatePart
              gate={gate.data}
              isAsked={isAsked && !gate.error}
              decision={found}
              onAsk={() => setAsked(text)}
              onPlace={show}
            />
          ) : null}
          <PublishPart
            decision={found}
            passes={gate.data?.state === 'done' ? gate.data.report.passes : undefined}
            today={today}
            isBusy={publish.isPending}
            problem={publish.error ? words(publish.error) : undefined}
            onPublish={(publishing) =>
              publish.mutate(publishing, {
                onSuccess: ({ version }) => toast(t('decide.publish.done', { version })),
              })
            }
          />
        </Stack>
      )}
    </Loaded>
  );
}

function VersionsAndCases({ draft }: Props) {
  const words = useErrorWords();
  const now = useNow();
  const session = useSession();
  const isAdministrator = session.data?.account.roles.includes('administrator') ?? false;
  const versions = useVersions(draft.pack);
  const moves = useVersionMoves(isAdministrator);
  const plan = useMovePlan();
  const act = useMoveAct();
  const problem = plan.error ?? act.error;
  return (
    <Stack gap="xl">
      <Loaded query={versions}>
        {(found) => (
          <VersionHistory
            versions={found}
            now={now}
            differencesOf={(hash, against) => <Differences pack={draft.pack} hash={hash} against={against} />}
          />
        )}
      </Loaded>
      {isAdministrator ? (
        <Loaded query={moves}>
          {(list) => (
            <RunningCases
              pack={draft.pack}
              list={list}
              plan={plan.data}
              isPlanning={plan.isPending}
              isBusy={act.isPending}
              problem={problem ? words(problem) : undefined}
              versionOf={(hash) => versions.data?.find((one) => one.hash === hash)?.version}
              casesOf={(move) => <MoveCases move={move} />}
              onPlan={plan.mutate}
              // What was told before a move is no longer so after it.
              onAct={(asked) => act.mutate(asked, { onSuccess: plan.reset })}
            />
          )}
        </Loaded>
      ) : null}
    </Stack>
  );
}

function Differences({ pack, hash, against }: { pack: string; hash: string; against: string }) {
  const diff = useVersionDiff(pack, hash, against);
  return <Loaded query={diff}>{({ differences }) => <DifferenceList differences={differences} />}</Loaded>;
}

function MoveCases({ move }: { move: string }) {
  const found = useMoveCases(move);
  return (
    <Loaded query={found}>
      {({ cases }) => <StayingCases staying={cases.filter(({ outcome }) => outcome !== 'moved')} />}
    </Loaded>
  );
}

function Minutes({ draft }: Props) {
  const minutes = useMinutes(draft.id);
  return <Loaded query={minutes}>{(found) => <MinutesPart minutes={found} />}</Loaded>;
}
