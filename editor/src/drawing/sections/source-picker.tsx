import { ActionIcon, Button, Group, NativeSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import type { ElementSection } from '@parcours/engine';
import { IconExternalLink, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { articleWords } from '../../pack/article-words.ts';
import { useGoTo } from '../actions/use-go-to.ts';
import { addElement, idFor } from '../commands/elements.ts';
import { useDrawing, useDrawnPack } from '../drawing-context.tsx';
import { newBurst } from '../log/burst.ts';
import { textLanguage } from '../log/text-language.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { ElementProvider, type FieldPath, useElement, useFieldValue } from './element-context.tsx';
import { usePicks } from './element-picks.ts';
import { bringText } from './known-texts.ts';
import { useKnownTexts } from './use-known-texts.ts';

/** What any element of the pack rests on: its basis and its articles, found by typing or added on the spot. */
export function SourcePicker({ section, id }: { readonly section: ElementSection; readonly id: string }) {
  return (
    <ElementProvider section={section} id={id}>
      <GroundsFields />
    </ElementProvider>
  );
}

/** The same for the element around; `within` leads to what has grounds of its own inside it (a presumption, a holiday). */
export function GroundsFields({ within = [] }: { readonly within?: readonly string[] }) {
  const { t } = useDrawingWords();
  const { set, isReadOnly } = useElement();
  const at = (field: string): FieldPath => [...within, field] as unknown as FieldPath;
  const basis = useFieldValue(at('basis'));
  const cited = useFieldValue(at('sources'));
  const hasCited = Array.isArray(cited) && cited.length > 0;
  return (
    <Stack gap="xs">
      <NativeSelect
        label={t('sections.fields.basis')}
        value={typeof basis === 'string' ? basis : ''}
        disabled={isReadOnly}
        maw={420}
        data={[
          { value: '', label: t('sections.basis.none') },
          ...(['law', 'standard', 'practice'] as const).map((each) => ({
            value: each,
            label: t(`sections.basis.${each}`),
          })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          set(at('basis'), value === '' ? undefined : value);
        }}
      />
      {(basis === 'law' || basis === 'standard') && !hasCited ? (
        <Text size="sm">{t('sections.sources.lawNeedsSource')}</Text>
      ) : null}
      <CitedSources path={at('sources')} />
    </Stack>
  );
}

/** A list of articles, each a way to it, with one more to add. */
export function CitedSources({ path, least = 0 }: { readonly path: FieldPath; readonly least?: number }) {
  const { t, say, language } = useDrawingWords();
  const goTo = useGoTo();
  const { set, isReadOnly } = useElement();
  const picks = usePicks('sources');
  const value = useFieldValue(path);
  const cited = Array.isArray(value) ? value.map(String) : [];
  const [isWanted, want] = useState(false);
  const known = useKnownTexts(isWanted && !isReadOnly);
  const drawing = useDrawing();
  const groups = [
    { group: t('sections.sources.own'), items: picks.filter((pick) => !cited.includes(pick.value)) },
    ...[...new Set(known.map(({ of }) => say(of)))].map((group) => ({
      group,
      items: known
        .filter(({ of }) => say(of) === group)
        .map(({ key, id, source }) => ({
          value: key,
          label: [say(source.instrument, id), articleWords(source.article ?? '', language)]
            .filter(Boolean)
            .join(', '),
        })),
    })),
  ].filter(({ items }) => items.length > 0);
  const choose = (chosen: string) => {
    const found = known.find(({ key }) => key === chosen);
    const burst = found && newBurst();
    const brought = found ? bringText(drawing, found, burst) : chosen;
    if (brought !== undefined) set(path, [...cited, brought], burst);
  };
  const nameOf = (source: string) => picks.find((pick) => pick.value === source)?.label ?? source;
  return (
    <Stack gap={4}>
      {cited.length === 0 ? null : (
        <Stack component="ul" gap={0} className="place-list" aria-label={t('sections.fields.sources')}>
          {cited.map((source) => (
            <Group key={source} component="li" gap={4} wrap="nowrap">
              <Button
                variant="subtle"
                size="sm"
                className="wrap"
                rightSection={<IconExternalLink size={16} aria-hidden className="flip-in-rtl" />}
                onClick={() => goTo(`sources/${source}`)}
              >
                {nameOf(source)}
              </Button>
              {isReadOnly || cited.length <= least ? null : (
                <ActionIcon
                  size={44}
                  aria-label={t('sections.sources.drop', { name: nameOf(source) })}
                  onClick={() => {
                    const kept = cited.filter((each) => each !== source);
                    set(path, kept.length === 0 ? undefined : kept);
                  }}
                >
                  <IconX size={18} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          ))}
        </Stack>
      )}
      {isReadOnly ? null : (
        <Select
          aria-label={t('sections.sources.pick')}
          placeholder={t('sections.sources.pick')}
          data={groups}
          onDropdownOpen={() => want(true)}
          value={null}
          searchable
          limit={60}
          maw={520}
          leftSection={<IconPlus size={18} aria-hidden />}
          nothingFoundMessage={t('sections.none')}
          onChange={(chosen) => chosen !== null && choose(chosen)}
        />
      )}
      {isReadOnly ? null : <NewSource onMade={(source) => set(path, [...cited, source])} />}
    </Stack>
  );
}

/** A text that the pack does not cite yet; how it is known stays open until somebody says. */
function NewSource({ onMade }: { readonly onMade: (id: string) => void }) {
  const { t, language: read } = useDrawingWords();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const [typed, setTyped] = useState<{ readonly instrument: string; readonly article: string }>();
  if (!typed)
    return (
      <Button
        variant="subtle"
        size="sm"
        w="fit-content"
        onClick={() => setTyped({ instrument: '', article: '' })}
      >
        {t('sections.sources.newHere')}
      </Button>
    );
  const add = () => {
    const words = `${typed.instrument} ${typed.article}`.trim();
    const id = idFor(pack, 'sources', words);
    const value = {
      instrument: { [textLanguage(pack, read)]: typed.instrument.trim() },
      ...(typed.article.trim() === '' ? {} : { article: typed.article.trim() }),
      confidence: 'unknown',
    };
    if (!drawing.perform(addElement, { section: 'sources', id, value })) return;
    onMade(id);
    setTyped(undefined);
  };
  return (
    <Group gap="xs" align="flex-end">
      <TextInput
        label={t('sections.fields.instrument')}
        value={typed.instrument}
        style={{ flex: '2 1 220px' }}
        onChange={(event) => setTyped({ ...typed, instrument: event.currentTarget.value })}
      />
      <TextInput
        label={t('sections.fields.article')}
        value={typed.article}
        style={{ flex: '1 1 100px' }}
        onChange={(event) => setTyped({ ...typed, article: event.currentTarget.value })}
      />
      <Button disabled={typed.instrument.trim() === ''} onClick={add}>
        {t('sections.add')}
      </Button>
    </Group>
  );
}
