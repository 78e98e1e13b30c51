import { Group, Text } from '@mantine/core';
import { IconForms, IconGavel, IconShieldHeart } from '@tabler/icons-react';
import { useWords } from '../words/use-words.ts';

const ARROWS = ['Event', 'Signal', 'Deadline'] as const;

/** What the lines and marks of the map mean. */
export function MapLegend() {
  const { t } = useWords();
  return (
    <Group gap="lg" role="note" aria-label={t('map.legend')}>
      {ARROWS.map((kind) => (
        <Group key={kind} gap={8}>
          <svg width="34" height="10" aria-hidden="true">
            <path d="M 0 5 L 34 5" className="arrow" data-kind={kind.toLowerCase()} fill="none" />
          </svg>
          <Text size="sm">{t(`map.legend${kind}`)}</Text>
        </Group>
      ))}
      <Group gap={6}>
        <IconShieldHeart size={18} aria-hidden />
        <Text size="sm">{t('map.protective')}</Text>
      </Group>
      <Group gap={6}>
        <IconGavel size={18} aria-hidden />
        <Text size="sm">{t('map.measure')}</Text>
      </Group>
      <Group gap={6}>
        <IconForms size={18} aria-hidden />
        <Text size="sm">{t('map.form')}</Text>
      </Group>
    </Group>
  );
}
