import type { Meta, StoryObj } from '@storybook/react-vite';
import { ReviewBanner } from './review-banner.tsx';

const meta = { component: ReviewBanner } satisfies Meta<typeof ReviewBanner>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Unvalidated: Story = { args: { state: 'unvalidated' } };
export const InReview: Story = { args: { state: 'in-review' } };
export const ValidatedIsSilent: Story = { args: { state: 'validated' } };
export const Dark: Story = { args: { state: 'unvalidated' }, globals: { scheme: 'dark' } };
export const RightToLeft: Story = { args: { state: 'unvalidated' }, globals: { direction: 'rtl' } };
