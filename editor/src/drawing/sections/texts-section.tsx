import { Badge, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useDrawing, useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { newBurst } from '../log/burst.ts';
import { textLanguage } from '../log/text-language.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { usePlaceName } from './place-name.ts';
import { type TextPlace, textProjector } from './project-texts.ts';
import { isLeftBehind, staleIn, textAt, touchedSince } from './stale-texts.ts';
import { readTextPlace } from './text-place.ts';
import { useLanguageName } from './use-language-name.ts';
import { useOrigins } from './use-origins.ts';
import { writeText } from './write-text.ts';

type Shown = 'missing' | 'stale' | 'all';
const ROW_PX = 132;
/** A row far down is drawn within so many frames. */
const MOST_FRAMES = 20;

/** Every text of the procedure in two languages side by side: what is missing and what stayed behind, edited in place. */
export function TextsSection() {
  const { t, language } = useDrawingWords();
  const pack = useDrawnPack();
  const base = useDrawingState((state) => state.base);
  const past = useDrawingState(({ log }) => log.past);
  const nameOf = useLanguageName();
  const languages = Object.keys(pack.pack.languages);
  const asked = readTextPlace(useDrawingState(({ selected }) => selected));
  const revealed = useDrawingState((state) => state.revealed);
  const [from, setFrom] = useState(() => textLanguage(pack, language));
  const [to, setTo] = useState(() => languages.find((each) => each !== textLanguage(pack, language)) ?? from);
  const [shown, setShown] = useState<Shown>('missing');
  // Somebody comes for one text in one language: each time, those are the columns, and there the writing begins.
  useEffect(() => {
    if (!asked || !languages.includes(asked.language)) return;
    setTo(asked.language);
    setShown('missing');
    if (from === asked.language) setFrom(languages.find((each) => each !== asked.language) ?? from);
  }, [revealed]);
  const [project] = useState(textProjector);
  const texts = project(pack);
  const touched = useMemo(() => touchedSince(past), [past]);
  const origins = useOrigins();
  const states = useMemo(
    () =>
      texts.map((place) => {
        const isMissing = place.text[to] === undefined;
        const since = touched.get(place.path);
        const isLeft =
          (since?.has(from) === true && !since.has(to)) || isLeftBehind(place, { from, to }, origins);
        const stale = base ? staleIn(place.text, textAt(base, place.path)) : [];
        return { place, isMissing, isStale: !isMissing && (isLeft || stale.includes(to)) };
      }),
    [texts, to, from, touched, base, origins],
  );
  // A text that was just filled stays where it is until the choice above changes, so that nothing jumps under the pen.
  const kept = useRef({ key: '', paths: new Set<string>() });
  const key = `${shown} ${from} ${to}`;
  if (kept.current.key !== key) kept.current = { key, paths: new Set() };
  const rows = states.filter(({ place, isMissing, isStale }) => {
    const isWanted = shown === 'all' || (shown === 'missing' ? isMissing : isStale);
    if (isWanted) kept.current.paths.add(place.path);
    return isWanted || kept.current.paths.has(place.path);
  });
  const options = languages.map((value) => ({ value, label: nameOf(value) }));
  return (
    <Stack gap="md" miw={0}>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('sections.texts.from')}
          data={options}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('sections.texts.to')}
          data={options}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('sections.texts.show')}
          data={(['missing', 'stale', 'all'] as const).map((value) => ({
            value,
            label: t(`sections.texts.${value}`),
          }))}
          value={shown}
          onChange={(event) => setShown(event.currentTarget.value as Shown)}
        />
      </Group>
      <Text role="status">
        {t('sections.texts.counts', {
          missing: states.filter(({ isMissing }) => isMissing).length,
          stale: states.filter(({ isStale }) => isStale).length,
          all: states.length,
        })}
      </Text>
      {rows.length === 0 ? (
        <Text c="dimmed">{t('sections.texts.nothing')}</Text>
      ) : (
        <TextRows
          key={key}
          rows={rows}
          from={from}
          to={to}
          asked={to === asked?.language ? asked.path : undefined}
        />
      )}
    </Stack>
  );
}

type Row = { readonly place: TextPlace; readonly isMissing: boolean; readonly isStale: boolean };

function TextRows({
  rows,
  from,
  to,
  asked,
}: {
  readonly rows: readonly Row[];
  readonly from: string;
  readonly to: string;
  /** The text for which somebody comes. */
  readonly asked: string | undefined;
}) {
  const { t } = useDrawingWords();
  const box = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.place.path ?? index,
    overscan: 6,
    initialRect: { width: 700, height: 600 },
  });
  const index = rows.findIndex(({ place }) => place.path === asked);
  // Once for each text that somebody comes for, not as rows come and go.
  useEffect(() => {
    if (index < 0) return;
    list.scrollToIndex(index, { align: 'center' });
    let tries = 0;
    const begin = () => {
      const field = box.current?.querySelector<HTMLElement>(`[data-index="${index}"] textarea`);
      if (field) field.focus();
      else if (tries++ < MOST_FRAMES) frame = requestAnimationFrame(begin);
    };
    let frame = requestAnimationFrame(begin);
    return () => cancelAnimationFrame(frame);
  }, [asked]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keys
    <section ref={box} className="texts" tabIndex={0} aria-label={t('sections.nav.texts')}>
      <div style={{ height: list.getTotalSize(), position: 'relative' }}>
        {list.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row ? (
            <div
              key={item.key}
              ref={list.measureElement}
              data-index={item.index}
              className="text-line"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <TextRow row={row} from={from} to={to} />
            </div>
          ) : null;
        })}
      </div>
    </section>
  );
}

/** Arabic and its sisters are written from the right, whatever the screen's language. */
const directionOf = (language: string): 'rtl' | 'ltr' =>
  ['ar', 'fa', 'ur', 'he', 'ps'].includes(language) ? 'rtl' : 'ltr';

function TextRow({ row, from, to }: { readonly row: Row; readonly from: string; readonly to: string }) {
  const { t } = useDrawingWords();
  const drawing = useDrawing();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const nameOf = usePlaceName();
  const languageName = useLanguageName();
  const burst = useRef('');
  const { place, isMissing, isStale } = row;
  const { kind, name } = nameOf(place.path);
  const title = [kind, name].filter((each) => each !== '').join(' · ');
  const original = place.text[from];
  return (
    <div className="text-row" data-text={place.path}>
      <div>
        <Text size="sm" c="dimmed">
          {title}
        </Text>
        <Text
          {...(original === undefined ? { c: 'dimmed' } : { lang: from, dir: directionOf(from) })}
          style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
        >
          {original ?? t('sections.texts.noText')}
        </Text>
      </div>
      <Stack gap={4}>
        <Textarea
          aria-label={`${title} (${languageName(to)})`}
          lang={to}
          dir={directionOf(to)}
          minRows={1}
          maxRows={8}
          value={place.text[to] ?? ''}
          readOnly={isReadOnly}
          onFocus={() => {
            burst.current = newBurst();
          }}
          onChange={(event) => writeText(drawing, place, to, event.currentTarget.value, burst.current)}
        />
        {isMissing || isStale ? (
          <Badge color="orange" className="chip">
            {t(isMissing ? 'sections.texts.isMissing' : 'sections.texts.isStale')}
          </Badge>
        ) : null}
      </Stack>
    </div>
  );
}
