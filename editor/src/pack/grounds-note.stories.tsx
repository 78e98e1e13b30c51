import type { Meta, StoryObj } from '@storybook/react-vite';
import { LONG } from '../fixtures/long-words.ts';
import { GroundsNote } from './grounds-note.tsx';

const source = (id: string, confidence: 'read' | 'secondary' | 'memory' | 'unknown', article = '12') => ({
  id,
  instrument: { fr: 'Convention relative aux droits de l’enfant' },
  article,
  confidence,
});

const meta = { component: GroundsNote } satisfies Meta<typeof GroundsNote>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Law: Story = {
  args: { grounds: { basis: 'law', sources: [{ ...source('a', 'read'), address: 'https://example.org/' }] } },
};
export const Standard: Story = {
  args: {
    grounds: { basis: 'standard', sources: [source('a', 'secondary'), source('b', 'memory', 'para. 43')] },
  },
};
export const PracticeWithoutLegalBasis: Story = { args: { grounds: { basis: 'practice', sources: [] } } };
export const Empty: Story = { args: { grounds: { sources: [] } } };
export const LongText: Story = {
  args: {
    grounds: { basis: 'standard', sources: [{ ...source('a', 'unknown'), instrument: { fr: LONG } }] },
  },
};
export const Dark: Story = { ...Standard, globals: { scheme: 'dark' } };
export const RightToLeft: Story = { ...Standard, globals: { direction: 'rtl' } };
