import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { useDrawingState, useDrawnPack } from '../drawing-context.tsx';
import { HelpRow } from '../help/with-help.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { isTold } from './adapt-of.ts';
import { adaptationOf } from './adaptation-of.ts';
import { BehaviourPart } from './behaviour-part.tsx';
import { DifferenceCard } from './difference-card.tsx';
import { inheritedBase } from './inherited-base.ts';
import { RebasePart } from './rebase-part.tsx';
import { useKeptPart } from './use-kept-part.ts';

const PARTS = ['differences', 'behaviour', 'rebase'] as const;
type Part = (typeof PARTS)[number];

/** What the draft makes of its base, what that changes for a child, and how it follows the base when that moves. */
export function AdaptView() {
  const { t } = useDrawingWords();
  const base = useDrawingState((state) => state.base);
  return base ? <OverBase base={base} /> : <Text c="dimmed">{t('adapt.none')}</Text>;
}

function OverBase({ base }: { base: Pack }) {
  const { t, say } = useDrawingWords();
  const pack = useDrawnPack();
  const [part, setPart] = useKeptPart<Part>('adapt', PARTS);
  const adapted = [...adaptationOf(inheritedBase(base, pack), pack).values()].filter(({ differences }) =>
    differences.some(isTold),
  );
  return (
    <Stack gap="md" maw={1100}>
      <Group justify="space-between" gap="sm">
        <SegmentedControl
          size="md"
          value={part}
          onChange={(next) => setPart(next as Part)}
          aria-label={t('adapt.show')}
          data={PARTS.map((id) => ({
            value: id,
            label:
              id === 'differences'
                ? `${t('adapt.parts.differences')} (${adapted.length})`
                : t(`adapt.parts.${id}`),
          }))}
        />
        <Text size="sm" c="dimmed">
          {t('adapt.over', { base: say(base.pack.title), version: base.pack.version })}
        </Text>
      </Group>
      <HelpRow about={['locked', 'reason']} />
      {part === 'differences' && adapted.length === 0 ? <Text>{t('adapt.same')}</Text> : null}
      {part === 'differences'
        ? adapted.map((each) => <DifferenceCard key={each.place} adapted={each} />)
        : null}
      {part === 'behaviour' ? <BehaviourPart base={base} pack={pack} /> : null}
      {part === 'rebase' ? <RebasePart /> : null}
    </Stack>
  );
}
