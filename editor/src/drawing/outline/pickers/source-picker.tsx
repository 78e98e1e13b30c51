import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { useRef, useState } from 'react';
import { articleWords } from '../../../pack/article-words.ts';
import { addElement, idFor, setField } from '../../commands/elements.ts';
import { useDrawing, useDrawnPack } from '../../drawing-context.tsx';
import { newBurst } from '../../log/burst.ts';
import { bringText } from '../../sections/known-texts.ts';
import { useKnownTexts } from '../../sections/use-known-texts.ts';
import { useOutline } from '../outline-context.ts';
import { onEnter, PickList } from '../pick-list.tsx';

const BASES = ['law', 'standard', 'practice'] as const;

/** On what a step rests: law, standard or practice, and which articles. */
export function SourcePicker({ step }: { step: string }) {
  const { t, app, say, language } = useOutline();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const known = useKnownTexts();
  const chosen = pack.steps[step]?.sources ?? [];
  const set = (sources: readonly string[], burst?: string) =>
    drawing.perform(
      setField,
      { section: 'steps', id: step, path: ['sources'], ...(sources.length > 0 && { value: sources }) },
      burst,
    );
  const cited = ({ instrument, article = '' }: Pack['sources'][string], id: string) =>
    [say(instrument) || id, articleWords(article, language)].filter(Boolean).join(', ');
  return (
    <Stack gap="xs">
      <SegmentedControl
        size="sm"
        fullWidth
        aria-label={t('outline.sources')}
        value={pack.steps[step]?.basis ?? ''}
        data={BASES.map((value) => ({ value, label: app(`basis.${value}`) }))}
        onChange={(value) =>
          drawing.perform(setField, { section: 'steps', id: step, path: ['basis'], value })
        }
        orientation="vertical"
      />
      {chosen.length > 0 && pack.steps[step]?.basis === 'practice' ? (
        <Text size="sm">{t('outline.pick.cited')}</Text>
      ) : null}
      <PickList
        label={t('outline.sources')}
        options={[
          ...Object.entries(pack.sources).map(([id, source]) => ({
            id,
            label: cited(source, id),
            hint: app(`confidence.${source.confidence}`),
          })),
          // The slash keeps them apart from the procedure's own.
          ...known.map(({ key, id, source, of }) => ({
            id: key,
            label: cited(source, id),
            hint: [say(source.says).replace(/\.$/, ''), app(`confidence.${source.confidence}`), say(of)]
              .filter(Boolean)
              .join(' · '),
          })),
        ]}
        chosen={chosen}
        onPick={(id) => {
          const found = known.find(({ key }) => key === id);
          const burst = found && newBurst();
          const brought = found && bringText(drawing, found, burst);
          if (brought !== undefined) set([...chosen, brought], burst);
          else if (!found) set(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
        }}
      >
        {(query) => <NewSource key={query} name={query} onAdd={(id, burst) => set([...chosen, id], burst)} />}
      </PickList>
    </Stack>
  );
}

/** A text is named; whether somebody has read it is said later, and until then it is not. */
function NewSource({ name, onAdd }: { name: string; onAdd: (id: string, burst: string) => void }) {
  const { t, writes } = useOutline();
  const drawing = useDrawing();
  const [instrument, setInstrument] = useState(name);
  const [article, setArticle] = useState('');
  const named = useRef<HTMLInputElement>(null);
  const isReady = instrument.trim() !== '';
  const add = () => {
    if (!isReady) return;
    const id = idFor(drawing.get().log.pack, 'sources', `${instrument} ${article}`);
    const burst = newBurst();
    const value = {
      instrument: { [writes]: instrument.trim() },
      ...(article.trim() !== '' && { article: article.trim() }),
      confidence: 'unknown',
    };
    if (!drawing.perform(addElement, { section: 'sources', id, value }, burst)) return;
    onAdd(id, burst);
    setInstrument('');
    setArticle('');
    named.current?.focus();
  };
  return (
    <details className="outline-new">
      <summary>{t('outline.pick.newSource')}</summary>
      <Stack gap="xs" onKeyDown={(event) => onEnter(event, add)}>
        <TextInput
          size="sm"
          dir="auto"
          ref={named}
          label={t('outline.pick.instrument')}
          value={instrument}
          onChange={(event) => setInstrument(event.currentTarget.value)}
        />
        <Group align="end" wrap="nowrap">
          <TextInput
            size="sm"
            style={{ flex: 1 }}
            label={t('outline.pick.articleField')}
            value={article}
            onChange={(event) => setArticle(event.currentTarget.value)}
          />
          <Button size="sm" mih={36} disabled={!isReady} onClick={add}>
            {t('outline.pick.create')}
          </Button>
        </Group>
      </Stack>
    </details>
  );
}
