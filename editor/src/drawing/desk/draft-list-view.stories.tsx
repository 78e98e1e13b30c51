import type { Meta, StoryObj } from '@storybook/react-vite';
import { ZoneProvider } from '../../words/zone.tsx';
import { sampleDrafts } from '../fixtures/sample-draft.ts';
import { DraftListView } from './draft-list-view.tsx';

const meta = {
  component: DraftListView,
  decorators: [
    (Story) => (
      <ZoneProvider zone="Africa/Tunis">
        <h1>Brouillons</h1>
        <Story />
      </ZoneProvider>
    ),
  ],
} satisfies Meta<typeof DraftListView>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Some: Story = { args: { drafts: sampleDrafts() } };
export const None: Story = { args: { drafts: [] } };
