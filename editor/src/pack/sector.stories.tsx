import { Badge, Group } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { useWords } from '../words/use-words.ts';
import { SECTOR_NAMES, sectorLook } from './sector.tsx';

/** How sectors look, side by side. */
function Sectors({ names }: { names: readonly (string | undefined)[] }) {
  const { t } = useWords();
  return (
    <Group>
      {names.map((given) => {
        const { color, Icon, name } = sectorLook(given);
        return (
          <Badge
            key={given ?? '?'}
            color={color}
            size="lg"
            className="chip"
            leftSection={<Icon size={16} aria-hidden />}
          >
            {name === undefined ? '?' : t(`sector.${name}`)}
          </Badge>
        );
      })}
    </Group>
  );
}

const meta = {
  title: 'pack/sector',
  component: Sectors,
  args: { names: SECTOR_NAMES },
} satisfies Meta<typeof Sectors>;
export default meta;
type Story = StoryObj<typeof meta>;

export const EverySectorHasALookOfItsOwn: Story = {
  play: async ({ canvasElement }) => {
    await expect(new Set(SECTOR_NAMES.map((name) => sectorLook(name).color)).size).toBe(SECTOR_NAMES.length);
    await expect(new Set(SECTOR_NAMES.map((name) => sectorLook(name).Icon)).size).toBe(SECTOR_NAMES.length);
    await expect(canvasElement.querySelectorAll('svg')).toHaveLength(SECTOR_NAMES.length);
  },
};
export const NoSectorOrOneNobodyKnows: Story = { args: { names: [undefined, 'army', 'constructor'] } };
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
