import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { answering, offline, refused } from '../fixtures/answering.ts';
import { LONG } from '../fixtures/long-words.ts';
import { atMeeting, atReception, inDanger, refusalAtMeeting } from '../fixtures/sample-case.ts';
import { SAMPLE_ANSWER, viewOf } from '../fixtures/sample-views.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import { OpenStep } from './open-step.tsx';

const service = answering({
  'POST /api/cases/:id/events': SAMPLE_ANSWER,
  'POST /api/cases/:id/facts': SAMPLE_ANSWER,
  'PUT /api/cases/:id/drafts/:step': {},
});
const first = (sample: ReturnType<typeof atMeeting>) => ({
  view: viewOf(sample),
  step: sample.guide.now[0]!,
});

const meta = {
  component: OpenStep,
  decorators: [withPack],
  beforeEach: service.beforeEach,
  args: { account: 'amina', ...first(atMeeting()) },
} satisfies Meta<typeof OpenStep>;
export default meta;
type Story = StoryObj<typeof meta>;

type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvasElement'];
const sayHeard = async (canvasElement: Canvas) =>
  userEvent.click(canvasElement.querySelector('[data-fact="child_heard"] [role="radio"]')!);

export const AnAnswerOpensADoorBeforeItIsSent: Story = {
  play: async ({ canvas, canvasElement }) => {
    await expect(canvasElement.querySelector('[data-event="child_seen"]')).toHaveAttribute(
      'data-closed',
      'unknown',
    );
    await sayHeard(canvasElement);
    await waitFor(() =>
      expect(canvasElement.querySelector('[data-event="child_seen"]')).not.toHaveAttribute('data-closed'),
    );
    await userEvent.click(canvas.getByRole('button', { name: /L’enfant a été vu et entendu/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Confirmer' }));
    await waitFor(() =>
      expect(service.asked).toContainEqual({
        route: 'POST /api/cases/sample/events',
        body: { event: 'child_seen', facts: { child_heard: true } },
      }),
    );
  },
};
export const ADraftIsKeptOnTheService: Story = {
  play: async ({ canvasElement }) => {
    await sayHeard(canvasElement);
    await waitFor(
      () =>
        expect(service.asked).toContainEqual({
          route: 'PUT /api/cases/sample/drafts/meet',
          body: { facts: { child_heard: true } },
        }),
      { timeout: 10_000 },
    );
  },
};
export const ADraftOfAnotherDeviceIsFoundAgain: Story = {
  args: {
    view: viewOf(atReception(), {
      drafts: [
        {
          step: 'receive',
          facts: { words_used: 'Il pleure chaque nuit.' },
          saved: '2026-03-02T08:00:00.000Z',
        },
      ],
    }),
    step: atReception().guide.now[0]!,
  },
  play: async ({ canvas }) => {
    await waitFor(() =>
      expect(canvas.getByRole('textbox', { name: 'Mots employés' })).toHaveValue('Il pleure chaque nuit.'),
    );
  },
};
export const AnswersAreRecordedWithoutLeavingTheStep: Story = {
  play: async ({ canvas, canvasElement }) => {
    await sayHeard(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /Enregistrer les réponses/ }));
    await waitFor(() =>
      expect(service.asked).toContainEqual({
        route: 'POST /api/cases/sample/facts',
        body: { facts: { child_heard: true } },
      }),
    );
    await waitFor(() => expect(screen.getByText('Enregistré.')).toBeVisible());
  },
};
export const Refused: Story = {
  beforeEach: answering({
    'POST /api/cases/:id/events': () => refused(409, 'event.refused', { refusal: refusalAtMeeting() }),
  }).beforeEach,
  play: async ({ canvas, canvasElement }) => {
    await sayHeard(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /L’enfant a été vu et entendu/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Confirmer' }));
    await waitFor(() => expect(screen.getByText('Ce n’est pas possible maintenant')).toBeVisible());
    await expect(canvasElement.querySelector('[data-fact="child_heard"] [role="radio"]')).toBeChecked();
  },
};
export const AWrongValueIsToldBesideItsField: Story = {
  args: first(atReception()),
  beforeEach: answering({
    'POST /api/cases/:id/facts': refused(422, 'value.invalid', {
      invalid: [{ fact: 'age', code: 'value.too_large', message: 'too large' }],
    }),
  }).beforeEach,
  play: async ({ canvas, canvasElement }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Âge' }), '99');
    await userEvent.click(await canvas.findByRole('button', { name: /Enregistrer les réponses/ }));
    await waitFor(() =>
      expect(canvasElement.querySelector('[data-fact="age"]')).toHaveTextContent('Ce nombre est trop grand.'),
    );
  },
};
export const NoNetwork: Story = {
  beforeEach: answering({ 'POST /api/cases/:id/facts': offline }).beforeEach,
  play: async ({ canvas, canvasElement }) => {
    await sayHeard(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /Enregistrer les réponses/ }));
    await waitFor(() => expect(service.asked.filter(({ route }) => route.startsWith('POST'))).toEqual([]));
    await expect(canvasElement.querySelector('[data-fact="child_heard"] [role="radio"]')).toBeChecked();
  },
};
export const SomebodyElses: Story = {
  args: { view: viewOf(inDanger()), step: inDanger().guide.now.at(-1)! },
};
export const LongText: Story = {
  args: {
    ...first(atReception()),
    step: { ...atReception().guide.now[0]!, title: { fr: LONG }, purpose: { fr: LONG } },
  },
};
export const Phone: Story = { globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
