import { Button, Card, Group, List, Stack, Text } from '@mantine/core';
import type { Finding, Pack, Verdict } from '@parcours/engine';
import { IconArrowRight, IconPlayerPlay } from '@tabler/icons-react';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { isByConstruction } from '../../pack/by-construction.ts';
import { GroundsNote } from '../../pack/grounds-note.tsx';
import { useLabels, usePack } from '../../pack/pack-context.tsx';
import { standingOf } from '../../pack/standing.ts';
import { StandingBadge } from '../../pack/standing-badge.tsx';
import { shownGrounds } from '../../pack/step-of-pack.ts';
import { useGoTo } from '../actions/use-go-to.ts';
import { nameOfPlace } from '../commands/element-at.ts';
import { isUnsaid } from '../sections/safeguard-patterns.ts';
import { useSafeguardSentence } from '../sections/use-safeguard-sentence.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import type { DrawingFindings } from './drawing-findings.ts';
import { MendButton } from './mend-button.tsx';
import { StoryPlayer } from './story-player.tsx';
import { useFocusNext } from './use-focus-next.ts';
import './to-do.css';

const RANK = { broken: 0, bounded: 1, unchecked: 2, waiting: 2, silent: 3, proved: 4 } as const;

type Props = Pick<DrawingFindings, 'verdicts' | 'byPlace' | 'isProved' | 'fresh'>;

/** What every path must keep, broken ones first, each with its verdict, its conditions, and its story when it is broken. */
export const SafeguardCards = memo(function SafeguardCards({ verdicts, byPlace, isProved, fresh }: Props) {
  const { t } = useDrawingWords();
  const pack = usePack();
  const box = useRef<HTMLDivElement>(null);
  const broken = useMemo(
    () => [...verdicts].flatMap(([key, { verdict }]) => (verdict === 'broken' ? [{ key }] : [])),
    [verdicts],
  );
  useFocusNext(box, broken);
  const [playing, setPlaying] = useState<string>();
  const onPlay = useCallback((id: string, isPlaying: boolean) => setPlaying(isPlaying ? id : undefined), []);
  const rank = (id: string) => RANK[standingOf(verdicts.get(id))];
  const safeguards = Object.entries(pack.safeguards).sort(
    ([first, a], [second, b]) => rank(first) - rank(second) || (a.order ?? 0) - (b.order ?? 0),
  );
  if (safeguards.length === 0) return <Text c="dimmed">{t('findings.safeguard.none')}</Text>;
  const walked = safeguards.filter(([, { property }]) => !('access' in property)).length;
  const kept = safeguards.filter(([id]) => standingOf(verdicts.get(id)) === 'proved').length;
  return (
    <Stack gap="sm" ref={box}>
      <Text role="status" c="dimmed" tabIndex={-1} data-rest>
        {isProved
          ? t('findings.safeguard.summary', { kept, of: walked })
          : t('findings.proving', { done: fresh.size, of: safeguards.length })}
      </Text>
      {safeguards.map(([id, safeguard]) => {
        const verdict = verdicts.get(id);
        const finding = byPlace.get(`safeguards/${id}`)?.find(({ code }) => code === 'safeguard.broken');
        return (
          <SafeguardCard
            key={id}
            id={id}
            safeguard={safeguard}
            isStale={!isProved && !fresh.has(id)}
            isPlaying={playing === id}
            onPlay={onPlay}
            {...(verdict && { verdict })}
            {...(finding && { finding })}
          />
        );
      })}
    </Stack>
  );
});

type CardProps = {
  readonly id: string;
  readonly safeguard: Pack['safeguards'][string];
  readonly verdict?: Verdict;
  readonly finding?: Finding;
  /** Its verdict is that of the draft before the last change. */
  readonly isStale: boolean;
  /** Its story is on the map; one at a time. */
  readonly isPlaying: boolean;
  readonly onPlay: (id: string, isPlaying: boolean) => void;
};

const SafeguardCard = memo(function SafeguardCard({
  id,
  safeguard,
  verdict,
  finding,
  isStale,
  isPlaying,
  onPlay,
}: CardProps) {
  const { t, app, say } = useDrawingWords();
  const goTo = useGoTo();
  const pack = usePack();
  const label = say(safeguard.label) || id;
  const sentence = useSafeguardSentence()(safeguard.property);
  const state = verdict?.verdict ?? 'unchecked';
  const standing = standingOf(verdict);
  const law = safeguard.broken_by;
  const play = useRef<HTMLButtonElement>(null);
  const stop = () => {
    flushSync(() => onPlay(id, false));
    play.current?.focus();
  };
  return (
    <Card
      withBorder
      p="md"
      component="article"
      className="to-do-card"
      data-safeguard={id}
      data-verdict={state}
      // What is broken is worked down by keys, as what is to do.
      {...(state === 'broken' && { 'data-to-do': id, tabIndex: -1 })}
    >
      <Stack gap="xs">
        <Text fw={550}>{label}</Text>
        {/* What was checked is this sentence, whatever the words above promise. */}
        {sentence === label ? null : <Text size="sm">{sentence}</Text>}
        <Group gap="xs">
          <StandingBadge safeguard={safeguard} found={verdict} />
          <Text size="sm" c="dimmed">
            {app(`safeguard.${safeguard.severity}`)}
            {isStale ? ` · ${t('findings.safeguard.again')}` : ''}
          </Text>
        </Group>
        {state === 'broken' && law ? (
          <Text size="sm">{t('findings.safeguard.byLaw', { note: say(law.note) })}</Text>
        ) : null}
        {isUnsaid(safeguard.property) ? (
          <Text size="sm">{app('finding.safeguard_unsaid')}</Text>
        ) : verdict && (standing === 'waiting' || standing === 'silent') ? (
          <SaysNothing verdict={verdict} />
        ) : null}
        {standing === 'proved' && isByConstruction(pack, safeguard.property) ? (
          <Text size="sm">{app('safeguard.given')}</Text>
        ) : null}
        {verdict ? <Assumptions verdict={verdict} /> : null}
        <GroundsNote grounds={shownGrounds(pack, safeguard)} />
        <Group gap="xs">
          {verdict?.story && !isPlaying ? (
            <Button
              ref={play}
              mih={44}
              leftSection={<IconPlayerPlay size={18} aria-hidden />}
              onClick={() => onPlay(id, true)}
            >
              {t('findings.safeguard.play')}
            </Button>
          ) : null}
          {finding && verdict ? <MendButton finding={finding} verdict={verdict} /> : null}
          <Button
            variant="subtle"
            mih={44}
            rightSection={<IconArrowRight size={16} aria-hidden className="flip-in-rtl" />}
            styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
            onClick={() => goTo(`safeguards/${id}`)}
          >
            {t('findings.goTo', { name: say(nameOfPlace(pack, `safeguards/${id}`)) })}
          </Button>
        </Group>
        {isPlaying && verdict?.story ? (
          <StoryPlayer story={verdict.story} shows={safeguard.label} onClose={stop} />
        ) : null}
      </Stack>
    </Card>
  );
});

/** Why a sentence says nothing yet: what it speaks of never happens, or cannot be compared, for want of values that lead to their place. */
function SaysNothing({ verdict: { verdict, awaits = [] } }: { readonly verdict: Verdict }) {
  const { t, app } = useDrawingWords();
  const labels = useLabels();
  const goTo = useGoTo();
  const names = awaits.map(labels.fact).join(', ');
  if (awaits.length === 0) return <Text size="sm">{t('findings.safeguard.vacuous')}</Text>;
  return (
    <div>
      <Text size="sm">
        {verdict === 'unchecked' ? app('safeguard.missing', { names }) : t('todos.empty', { names })}
      </Text>
      <Group gap="xs">
        {awaits.map((id) => (
          <Button
            key={id}
            variant="subtle"
            size="compact-md"
            mih={44}
            rightSection={<IconArrowRight size={16} aria-hidden className="flip-in-rtl" />}
            styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
            onClick={() => goTo(`parameters/${id}`)}
          >
            {t('findings.goTo', { name: labels.fact(id) })}
          </Button>
        ))}
      </Group>
    </div>
  );
}

function Assumptions({ verdict: { assumptions } }: { verdict: Verdict }) {
  const { t, say } = useDrawingWords();
  const pack = usePack();
  if (assumptions.length === 0) return null;
  const called = (id: string) =>
    say(
      pack.deadlines[id]?.label ??
        pack.steps[id]?.title ??
        pack.parameters[id]?.label ??
        pack.facts[id]?.label,
    ) || id;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t('findings.safeguard.assumes')}
      </Text>
      <List size="sm" listStyleType="disc">
        {assumptions.map(({ code, names }) => (
          <List.Item key={code}>
            {t(`findings.safeguard.assumption.${code}`, { names: names.map(called).join(', ') })}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
