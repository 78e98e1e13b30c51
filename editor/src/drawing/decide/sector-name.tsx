import { Group, ThemeIcon } from '@mantine/core';
import { sectorLook } from '../../pack/sector.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';

/** A sector by its icon, its colour and its name. */
export function SectorName({ sector }: { sector: string }) {
  const { app } = useDrawingWords();
  const { color, Icon, name } = sectorLook(sector);
  return (
    <Group gap="xs" wrap="nowrap">
      <ThemeIcon variant="light" color={color} size={32} aria-hidden>
        <Icon size={20} />
      </ThemeIcon>
      <span>{name ? app(`sector.${name}`) : sector}</span>
    </Group>
  );
}
