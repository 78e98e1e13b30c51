import type { Meta, StoryObj } from '@storybook/react-vite';
import { SectorName } from './sector-name.tsx';

const meta = { component: SectorName, args: { sector: 'justice' } } satisfies Meta<typeof SectorName>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {};
export const Unknown: Story = { args: { sector: 'elsewhere' } };
