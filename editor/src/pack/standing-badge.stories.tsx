import { Group } from '@mantine/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { inHighContrast } from '../fixtures/in-high-contrast.ts';
import { samplePack } from '../fixtures/sample-pack.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { firstStep } from './first-step.ts';
import type { Verdict } from './standing.ts';
import { StandingBadge } from './standing-badge.tsx';

const { heard, sealed } = samplePack().safeguards;
if (!heard || !sealed) throw new Error('The sample procedure has lost its safeguards.');

/** Where every case begins. */
const FIRST = `step:${firstStep(samplePack())?.step}`;

const EACH: readonly (Verdict | undefined)[] = [
  undefined,
  { verdict: 'unchecked', awaits: ['placement_span'] },
  { verdict: 'proved', vacuous: 'it never happens' },
  { verdict: 'proved' },
  { verdict: 'bounded', bound: 12 },
  { verdict: 'broken' },
];

const meta = {
  component: StandingBadge,
  decorators: [withPack],
  args: { safeguard: heard, found: undefined },
  render: () => (
    <Group>
      {EACH.map((found) => (
        <StandingBadge key={JSON.stringify(found) ?? 'none'} safeguard={heard} found={found} />
      ))}
      <StandingBadge
        safeguard={{ ...heard, property: { happens: { a: FIRST } } }}
        found={{ verdict: 'proved' }}
      />
      <StandingBadge safeguard={sealed} found={undefined} />
    </Group>
  ),
} satisfies Meta<typeof StandingBadge>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Each: Story = {
  play: async ({ canvas }) => {
    for (const said of [
      'Pas encore vérifié',
      'Attend une valeur',
      'Ne dit rien encore',
      'Vérifié sur tous les chemins',
      'Vérifié jusqu’à 12 actes',
      'Rompue',
      'Vérifiée par les règles d’accès',
      'Vraie de tout dossier',
    ])
      await expect(canvas.getByText(said)).toBeVisible();
  },
};
export const Dark: Story = { globals: { scheme: 'dark' } };
export const Arabic: Story = { globals: { language: 'ar', direction: 'rtl' } };
export const HighContrast: Story = inHighContrast(Each);
