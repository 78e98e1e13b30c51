import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import type { Text as Words } from '@parcours/engine';
import { IconX } from '@tabler/icons-react';
import { useDrawnPack } from '../drawing-context.tsx';
import { textLanguage } from '../log/text-language.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { useElement, useFieldValue } from './element-context.tsx';
import { ChoiceField, TickField, WordsField } from './fields.tsx';
import { NewElement } from './new-element.tsx';

const SECTORS = [
  'social',
  'police',
  'justice',
  'health',
  'education',
  'community',
  'oversight',
  'family',
  'child',
] as const;

/** A role: its sector, whether it reports, and what it must be able to do. */
export function RoleDetail() {
  const { t, app, language } = useDrawingWords();
  const pack = useDrawnPack();
  const { set, isReadOnly } = useElement();
  const competencies = (useFieldValue(['competencies']) ?? []) as readonly Words[];
  const change = (next: readonly Words[]) => set(['competencies'], next.length === 0 ? undefined : next);
  return (
    <>
      <WordsField path={['label']} label={t('sections.fields.label')} />
      <ChoiceField
        path={['sector']}
        label={t('sections.fields.sector')}
        w={420}
        options={SECTORS.map((sector) => ({ value: sector, label: app(`sector.${sector}`) }))}
      />
      <TickField path={['reports']} label={t('sections.fields.reports')} />
      <Stack gap="sm">
        <Text fw={600}>{t('sections.fields.competencies')}</Text>
        {competencies.map((_, index) => {
          const label = t('sections.roles.competency', { place: index + 1 });
          return (
            <Group key={label} gap="xs" align="flex-end" wrap="nowrap">
              <div style={{ flex: 1, minWidth: 0 }}>
                <WordsField path={['competencies', String(index)]} label={label} />
              </div>
              {isReadOnly ? null : (
                <ActionIcon
                  size={44}
                  aria-label={t('sections.removeNamed', { name: label })}
                  onClick={() => change(competencies.filter((__, at) => at !== index))}
                >
                  <IconX size={18} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          );
        })}
        <NewElement
          label={t('sections.roles.addCompetency')}
          onAdd={(words) => change([...competencies, { [textLanguage(pack, language)]: words }])}
        />
      </Stack>
    </>
  );
}
