import type { FactValue } from '@parcours/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { atMeeting, atReception } from '../fixtures/sample-case.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import type { FormGuide } from '../guidance/types.ts';
import { type Answers, FactForm } from './fact-form.tsx';

const form: FormGuide = atReception().guide.now[0]!.form!;
const meeting: FormGuide = atMeeting().guide.now[0]!.form!;

function Held(props: Parameters<typeof FactForm>[0]) {
  const [answers, setAnswers] = useState<Answers>(props.answers);
  const answer = (fact: string, value: FactValue | undefined) => {
    props.onAnswer(fact, value);
    setAnswers(({ [fact]: _, ...rest }) => (value === undefined ? rest : { ...rest, [fact]: value }));
  };
  return <FactForm {...props} answers={answers} onAnswer={answer} />;
}

const meta = {
  component: FactForm,
  decorators: [withPack],
  render: (args) => <Held {...args} />,
  args: { form, answers: {}, onAnswer: fn() },
} satisfies Meta<typeof FactForm>;
export default meta;
type Story = StoryObj<typeof meta>;

export const UnknownIsNotNo: Story = {
  play: async ({ args, canvasElement }) => {
    const field = canvasElement.querySelector('[data-fact="danger"]')!;
    const [yes, no, unknown] = field.querySelectorAll('[role="radio"]');
    await expect(unknown).toHaveAttribute('aria-checked', 'true');
    await userEvent.click(no!);
    await expect(args.onAnswer).toHaveBeenLastCalledWith('danger', false);
    await userEvent.click(yes!);
    await expect(args.onAnswer).toHaveBeenLastCalledWith('danger', true);
    await userEvent.click(unknown!);
    await expect(args.onAnswer).toHaveBeenLastCalledWith('danger', undefined);
  },
};
export const AnInstantIsTypedInLocalTime: Story = {
  play: async ({ args, canvasElement }) => {
    const input = canvasElement.querySelector<HTMLInputElement>('[data-fact="received_at"] input')!;
    await userEvent.type(input, '2026-03-02T08:30');
    // Tunis is one hour ahead of UTC.
    await expect(args.onAnswer).toHaveBeenLastCalledWith('received_at', '2026-03-02T07:30:00.000Z');
  },
};
export const RowsAreAddedAndRemoved: Story = {
  args: { form: meeting },
  play: async ({ args, canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Ajouter une ligne' }));
    await expect(args.onAnswer).toHaveBeenLastCalledWith('visits', [{ id: 'row_1' }]);
    await userEvent.type(canvas.getByRole('textbox', { name: 'Remarque' }), 'Vu');
    await expect(args.onAnswer).toHaveBeenLastCalledWith('visits', [{ id: 'row_1', note: 'Vu' }]);
    await userEvent.click(canvas.getByRole('button', { name: 'Retirer' }));
    await expect(args.onAnswer).toHaveBeenLastCalledWith('visits', undefined);
  },
};
const recorded: FormGuide = {
  ...form,
  sections: form.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => (field.fact === 'channel' ? { ...field, value: 'phone' } : field)),
  })),
};
export const ABlankKeepsWhatIsRecorded: Story = {
  args: { form: recorded },
  play: async ({ args, canvas }) => {
    await expect(canvas.getByText('Téléphone')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: /Changer : Comment/ }));
    await expect(canvas.getByRole('radio', { name: 'Laisser vide garde : Téléphone' })).toHaveAttribute(
      'aria-checked',
      'true',
    );
    await expect(args.onAnswer).not.toHaveBeenCalled();
  },
};
export const WithErrors: Story = {
  args: { errors: { age: 'Cette valeur est hors des limites.', danger: 'À remplir' } },
};
export const ReadOnly: Story = { args: { form: recorded, readOnly: true } };
export const LongText: Story = { args: { answers: { words_used: LONG, child_name: LONG } } };
export const Empty: Story = { args: { form: { ...form, sections: [] } } };
export const Dark: Story = { globals: { scheme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
