import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { atMeeting, atReception, inDanger } from '../fixtures/sample-case.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { StepWork } from './step-work.tsx';

const first = (sample: ReturnType<typeof atReception>) => sample.guide.now[0]!;

const meta = {
  component: StepWork,
  decorators: [withPack],
  args: {
    step: first(atReception()),
    answers: {},
    onAnswer: fn(),
    onReport: fn(),
    onAsk: fn(),
    onRecord: fn(),
  },
} satisfies Meta<typeof StepWork>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Usual: Story = {};
export const AReasonLeadsToItsField: Story = {
  args: { step: first(atMeeting()) },
  play: async ({ canvas, canvasElement, args }) => {
    const [ask] = canvas.getAllByRole('button', { name: 'L’enfant a-t-il pu s’exprimer ?' });
    await userEvent.click(ask!);
    await expect(args.onAsk).not.toHaveBeenCalled();
    await expect(canvasElement.querySelector('[data-fact="child_heard"]')).toContainElement(
      document.activeElement as HTMLElement,
    );
  },
};
export const WithADraft: Story = { args: { answers: { channel: 'phone', danger: false } } };
export const SomebodyElses: Story = { args: { step: { ...inDanger().guide.now[1]! } } };
export const LongText: Story = {
  args: { step: { ...first(atReception()), title: { fr: LONG }, purpose: { fr: LONG } } },
};
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { args: { step: first(atMeeting()) }, globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
