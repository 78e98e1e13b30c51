import type { Meta, StoryObj } from '@storybook/react-vite';
import { LONG } from '../fixtures/long-words.ts';
import { RoleChips } from './role-chip.tsx';

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
  'unheard_of',
];
const roles = SECTORS.map((sector) => ({ id: sector, label: { fr: `Fonction ${sector}` }, sector }));

const meta = { component: RoleChips, args: { roles } } satisfies Meta<typeof RoleChips>;
export default meta;
type Story = StoryObj<typeof meta>;

export const EverySector: Story = {};
export const Dark: Story = { globals: { scheme: 'dark' } };
export const Empty: Story = { args: { roles: [] } };
export const LongText: Story = { args: { roles: [{ id: 'long', label: { fr: LONG }, sector: 'social' }] } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
