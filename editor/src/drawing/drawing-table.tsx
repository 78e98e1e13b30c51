import './drawing-table.css';
import { ActionIcon, Alert, Center, Group, Loader, Stack, Tabs, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconKeyboard, IconSchool } from '@tabler/icons-react';
import { memo, type RefObject, Suspense, useEffect, useRef } from 'react';
import { useActions } from './actions/actions-context.ts';
import { ActionsProvider } from './actions/actions-provider.tsx';
import { useDrawing, useDrawingState } from './drawing-context.tsx';
import { sayNames } from './drawing-store.ts';
import { GuideCard } from './guide/guide-card.tsx';
import { type Guide, useGuide } from './guide/use-guide.ts';
import { firstChecks } from './log/first-checks.ts';
import { useRoomBelow } from './use-room-below.ts';
import { VIEWS, type ViewId } from './views.ts';
import { useDrawingWords } from './words/use-drawing-words.ts';

type Props = { readonly view: ViewId; readonly onView: (view: ViewId) => void };

/** The drawing table: every view of one draft, what was refused, undo and redo. */
export const DrawingTable = memo(function DrawingTable({ view, onView }: Props) {
  const { t, app } = useDrawingWords();
  const drawing = useDrawing();
  const tabs = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const guide = useGuide();
  const guideButton = useRef<HTMLButtonElement>(null);
  const isAdaptation = useDrawingState(({ base }) => base !== undefined);
  // What starts from nothing has nothing to adapt.
  const views = VIEWS.filter(({ id }) => id !== 'adapt' || isAdaptation || view === 'adapt');
  useEffect(() => {
    tabs.current
      ?.querySelector(`[data-view="${view}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [view]);
  useRoomBelow(bar);
  useEffect(() => firstChecks(drawing.get().log.pack), [drawing]);
  return (
    <ActionsProvider view={view} onView={onView}>
      <Stack gap="sm">
        <Tabs value={view} onChange={(next) => next && onView(next as ViewId)} keepMounted={false}>
          <Group ref={bar} wrap="nowrap" align="flex-end" gap={4} className="drawing-bar">
            <Tabs.List ref={tabs} className="drawing-tabs">
              {views.map(({ id, Icon }) => (
                <Tabs.Tab key={id} value={id} data-view={id} leftSection={<Icon size={18} aria-hidden />}>
                  {t(`table.views.${id}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <LogButtons guide={guide} guideButton={guideButton} />
          </Group>
          <RefusedNote />
          <div className="guide-frame">
            <div className="guide-body" data-guide={guide.isOpen || undefined}>
              {guide.isOpen ? (
                <GuideCard
                  onView={onView}
                  onClose={() => {
                    guide.close();
                    guideButton.current?.focus();
                  }}
                />
              ) : null}
              <div className="guide-view">
                {views.map(({ id, Component }) => (
                  <Tabs.Panel key={id} value={id} pt="md">
                    <Suspense
                      fallback={
                        <Center mih={240}>
                          <Loader role="status" aria-label={app('app.loading')} />
                        </Center>
                      }
                    >
                      <Component />
                    </Suspense>
                  </Tabs.Panel>
                ))}
              </div>
            </div>
          </div>
        </Tabs>
      </Stack>
    </ActionsProvider>
  );
});

type LogProps = { readonly guide: Guide; readonly guideButton: RefObject<HTMLButtonElement | null> };

function LogButtons({ guide, guideButton }: LogProps) {
  const { t } = useDrawingWords();
  const actions = useActions();
  return (
    <Group gap={0} wrap="nowrap">
      {guide.canOpen ? (
        <Tooltip label={t('guide.button')}>
          <ActionIcon
            ref={guideButton}
            size={44}
            variant="subtle"
            aria-label={t('guide.button')}
            aria-pressed={guide.isOpen}
            onClick={guide.isOpen ? guide.close : guide.open}
          >
            <IconSchool size={22} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ) : null}
      <Tooltip label={t('actions.keys')}>
        <ActionIcon
          size={44}
          variant="subtle"
          className="no-phone"
          aria-label={t('actions.keys')}
          aria-keyshortcuts="?"
          onClick={() => actions.run('keys')}
        >
          <IconKeyboard size={22} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <TurnButton turn="undo" />
      <TurnButton turn="redo" />
    </Group>
  );
}

const TURNS = {
  undo: { Icon: IconArrowBackUp, keys: 'Control+Z' },
  redo: { Icon: IconArrowForwardUp, keys: 'Control+Shift+Z' },
} as const;

/** Takes back, or does again, what it names. Drawn again when that is called otherwise, not at each letter of it. */
function TurnButton({ turn }: { readonly turn: keyof typeof TURNS }) {
  const { t, say } = useDrawingWords();
  const drawing = useDrawing();
  const label = useDrawingState(({ log }) => {
    const change = turn === 'undo' ? log.past.at(-1) : log.future[0];
    if (!change) return undefined;
    const what = t(`commands.${change.command}` as 'commands.set_head', sayNames(change.names, say));
    return t(`table.turned.${turn}`, { what: String(what) });
  });
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const { Icon, keys } = TURNS[turn];
  return (
    <Tooltip label={label ?? t(`table.${turn}`)} multiline maw={320}>
      <ActionIcon
        size={44}
        variant="subtle"
        className="no-phone"
        aria-label={t(`table.${turn}`)}
        aria-keyshortcuts={keys}
        disabled={label === undefined || isReadOnly}
        onClick={drawing[turn]}
      >
        <Icon size={22} aria-hidden className="flip-in-rtl" />
      </ActionIcon>
    </Tooltip>
  );
}

/** Why the last act was refused, until the next one. */
function RefusedNote() {
  const { t, say } = useDrawingWords();
  const refused = useDrawingState((state) => state.refused);
  if (!refused) return null;
  return (
    <Alert color="orange" role="status" mt="sm" py="xs">
      {t(`refused.${refused.why}` as 'refused.gone', sayNames(refused.names, say))}
    </Alert>
  );
}
