import { Badge, Button, Card, Group, List, MultiSelect, Stack, Text, Textarea } from '@mantine/core';
import type { Difference, ElementSection } from '@parcours/engine';
import { IconArrowBackUp, IconArrowRight, IconLock, IconShieldHalf } from '@tabler/icons-react';
import { memo } from 'react';
import { useLabels } from '../../pack/pack-context.tsx';
import { useGoTo } from '../actions/use-go-to.ts';
import { nameOfPlace } from '../commands/element-at.ts';
import { setField } from '../commands/elements.ts';
import { type RevertedSection, revertToBase } from '../commands/revert.ts';
import { useDrawing, useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { type ElementAdaptation, isTold } from './adapt-of.ts';
import { headPlaceOf, RevertHead } from './revert-head.tsx';
import { useBase } from './use-base.ts';

const COLORS = { inherited: 'gray', changed: 'orange', added: 'green', removed: 'red' } as const;

/** Sections whose elements say why they differ, and on which text. */
const REASONED: ReadonlySet<string> = new Set([
  'steps',
  'events',
  'rules',
  'deadlines',
  'parameters',
  'safeguards',
]);

/** One element that an adaptation makes otherwise: what differs in words, why, on which text, and the way back. */
export const DifferenceCard = memo(function DifferenceCard({ adapted }: { adapted: ElementAdaptation }) {
  const { t, say } = useDrawingWords();
  const drawing = useDrawing();
  const goTo = useGoTo();
  const pack = useDrawnPack();
  const base = useBase();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const { place, section, id, status, level, differences } = adapted;
  const name = say(nameOfPlace(status === 'removed' && base ? base : pack, place));
  const sections = new Set(
    differences.map((each) => (each.section === 'machine' && status === 'changed' ? 'machine' : section)),
  );
  const fields = [...new Set(differences.flatMap(({ path }) => headPlaceOf(path) ?? []))];
  const isWhole = section === 'pack' || section === 'calendar';
  return (
    <Card withBorder p="md" component="article" data-place={place} data-status={status}>
      <Stack gap="sm">
        <Group gap="xs">
          <Badge color={COLORS[status]} className="chip" size="lg">
            {t(`adapt.status.${status}`)}
          </Badge>
          <Text fw={600}>{name}</Text>
        </Group>
        <DifferenceList differences={differences} under={name} />
        <LevelNote level={level} />
        {status === 'removed' ? null : <Why {...adapted} />}
        <Group gap="xs">
          {status === 'removed' ? null : (
            <Button
              variant="subtle"
              mih={44}
              rightSection={<IconArrowRight size={16} aria-hidden className="flip-in-rtl" />}
              styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
              onClick={() => goTo(isWhole ? (differences.find(isTold)?.path ?? place) : place)}
            >
              {t('findings.goTo', { name })}
            </Button>
          )}
          {isWhole && base && !isReadOnly
            ? fields.map((field) => <RevertHead key={field} base={base} place={field} />)
            : null}
        </Group>
        {isWhole || isReadOnly || !base ? null : (
          <Group gap="xs">
            {[...sections].map((where) => (
              <Button
                key={where}
                variant="light"
                mih={44}
                leftSection={<IconArrowBackUp size={18} aria-hidden className="flip-in-rtl" />}
                onClick={() => drawing.perform(revertToBase, { base, section: where as RevertedSection, id })}
              >
                {t(where === 'machine' && sections.size > 1 ? 'adapt.revertWays' : 'adapt.revert')}
              </Button>
            ))}
          </Group>
        )}
      </Stack>
    </Card>
  );
});

/** Differences as sentences; below the name of what differs, they do not say it again. */
export function DifferenceList({
  differences,
  under = '',
}: {
  differences: readonly Difference[];
  under?: string;
}) {
  const { language } = useDrawingWords();
  const toldUnder = (words: string) => {
    const name = under.replace(/[\u2066-\u2069]/g, '');
    if (name === '' || !words.startsWith(`${name}, `)) return words;
    const rest = words.slice(name.length + 2);
    return rest.charAt(0).toLocaleUpperCase(language) + rest.slice(1);
  };
  return (
    <List size="sm" listStyleType="disc">
      {differences.filter(isTold).map(({ path, words }) => (
        <List.Item key={path}>{toldUnder(words[language])}</List.Item>
      ))}
    </List>
  );
}

/** Why an element of the base cannot be changed at will, said before one types. */
export function LevelNote({ level }: { level: ElementAdaptation['level'] }) {
  const { t } = useDrawingWords();
  if (level === 'free') return null;
  const Icon = level === 'locked' ? IconLock : IconShieldHalf;
  return (
    <Group gap={6} wrap="nowrap" role="note" data-level={level}>
      <Icon size={18} aria-hidden style={{ flexShrink: 0 }} />
      <Text size="sm">{t(`adapt.level.${level}`)}</Text>
    </Group>
  );
}

/** Why an element differs, and on which text; nothing where elements carry no reason. */
export function Why({
  section,
  id,
  reason,
  sources,
}: Pick<ElementAdaptation, 'section' | 'id' | 'reason' | 'sources'>) {
  const { t, say, language } = useDrawingWords();
  const drawing = useDrawing();
  const pack = useDrawnPack();
  const labels = useLabels();
  const isReadOnly = useDrawingState((state) => state.isReadOnly);
  const where = section as ElementSection;
  if (!REASONED.has(section)) return null;
  return (
    <Group grow align="flex-start" preventGrowOverflow={false}>
      <Textarea
        label={t('adapt.reason')}
        placeholder={reason ? say(reason) : t('adapt.noReason')}
        autosize
        minRows={1}
        miw={220}
        readOnly={isReadOnly}
        value={reason?.[language] ?? ''}
        onChange={({ currentTarget: { value } }) =>
          drawing.perform(
            setField,
            { section: where, id, path: ['reason', language], ...(value !== '' && { value }) },
            `reason ${section}/${id}`,
          )
        }
      />
      <MultiSelect
        label={t('adapt.sources')}
        miw={220}
        readOnly={isReadOnly}
        searchable
        value={[...sources]}
        data={Object.entries(pack.sources).map(([source, { article }]) => ({
          value: source,
          label: article === undefined ? labels.source(source) : `${labels.source(source)}, ${article}`,
        }))}
        onChange={(value) =>
          drawing.perform(setField, {
            section: where,
            id,
            path: ['sources'],
            ...(value.length > 0 && { value }),
          })
        }
      />
    </Group>
  );
}
