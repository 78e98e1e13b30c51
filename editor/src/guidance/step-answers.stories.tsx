import type { Meta, StoryObj } from '@storybook/react-vite';
import { LONG } from '../fixtures/long-words.ts';
import { atMeeting, atReception, inDanger } from '../fixtures/sample-case.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { StepAnswers } from './step-answers.tsx';
import type { StepGuide } from './types.ts';

const step = (guide: ReturnType<typeof atReception>, index = 0): StepGuide => guide.guide.now[index]!;

const meta = {
  component: StepAnswers,
  decorators: [withPack],
  args: { step: step(atReception()) },
} satisfies Meta<typeof StepAnswers>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {};
export const WithTasksAndCompany: Story = { args: { step: step(atMeeting()) } };
export const Overdue: Story = { args: { step: step(inDanger(), 1) } };
export const LongText: Story = {
  args: { step: { ...step(atReception()), purpose: { fr: LONG }, how: { fr: LONG } } },
};
export const Empty: Story = {
  args: { step: { ...step(inDanger(), 1), who: [], deadlines: [] } },
};
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
