import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { atMeeting } from '../fixtures/sample-case.ts';
import { STORY_NOW } from '../fixtures/story-now.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { TaskList } from './task-list.tsx';

const tasks = atMeeting().guide.now.flatMap((step) => step.tasks);
const due = new Date(STORY_NOW + 3_600_000).toISOString();

const meta = {
  component: TaskList,
  decorators: [withPack],
  args: { tasks },
} satisfies Meta<typeof TaskList>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Expliquer la confidentialité')).toBeVisible();
    await expect(canvas.getAllByText(/Pas encore su/)).toHaveLength(tasks.length);
  },
};
export const ADoneTaskHasNoCountdown: Story = {
  args: {
    tasks: tasks.slice(0, 2).map((task, index) => ({ ...task, due, met: index === 0 ? 'yes' : 'no' })),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^Fait/)).toBeVisible();
    await expect(canvas.getAllByText(/Aujourd’hui, dans/)).toHaveLength(1);
  },
};
export const Required: Story = { args: { tasks: tasks.map((task) => ({ ...task, required: true })) } };
export const OutsideACase: Story = {
  args: { standing: false },
  play: async ({ canvas }) => {
    await expect(canvas.queryByText(/Pas encore su/)).toBeNull();
  },
};
export const Empty: Story = { args: { tasks: [] } };
export const LongText: Story = {
  args: { tasks: tasks.map((task) => ({ ...task, title: { fr: LONG }, due })) },
};
export const Phone: Story = { ...LongText, globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
