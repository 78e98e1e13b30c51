import { Stack } from '@mantine/core';
import type { FactValue } from '@parcours/engine';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent } from 'storybook/test';
import { LONG } from '../fixtures/long-words.ts';
import { samplePack } from '../fixtures/sample-pack.ts';
import { STORY_NOW } from '../fixtures/story-now.ts';
import { withPack } from '../fixtures/with-pack.tsx';
import type { FactInputProps } from './fact-input.ts';
import {
  ChoiceInput,
  ChoicesInput,
  DateInput,
  InstantInput,
  LongTextInput,
  QuantityInput,
  WordsInput,
  YesNoInput,
} from './plain-inputs.tsx';

const { facts } = samplePack();
const onChange = fn();

const INPUTS = {
  danger: YesNoInput,
  channel: ChoiceInput,
  place_kind: ChoiceInput,
  concerns: ChoicesInput,
  child_name: WordsInput,
  words_used: LongTextInput,
  age: QuantityInput,
  birth_date: DateInput,
  received_at: InstantInput,
} as const;
type Name = keyof typeof INPUTS;

/** One input with the answer it is given, as a form keeps it. */
function Held({ name, ...given }: { name: Name } & Partial<FactInputProps>) {
  const [value, setValue] = useState<FactValue | undefined>(given.value);
  const fact = facts[name]!;
  const Input = INPUTS[name];
  return (
    <Input
      id={`story-${name}`}
      fact={fact}
      label={fact.label['fr'] ?? name}
      help={undefined}
      required={false}
      error={undefined}
      kept={undefined}
      {...given}
      value={value}
      onChange={(next) => {
        setValue(next);
        onChange(next);
      }}
    />
  );
}

/** Every input in the same state. */
function Every(given: Partial<FactInputProps> & { values?: Partial<Record<Name, FactValue>> }) {
  const { values, ...rest } = given;
  return (
    <Stack>
      {(Object.keys(INPUTS) as Name[]).map((name) => (
        <Held key={name} name={name} {...rest} value={values?.[name]} />
      ))}
    </Stack>
  );
}

const meta = {
  title: 'forms/plain-inputs',
  decorators: [withPack],
  beforeEach: () => {
    onChange.mockClear();
  },
  render: () => <Every />,
} satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {};
export const Filled: Story = {
  render: () => (
    <Every
      values={{
        danger: true,
        channel: 'phone',
        place_kind: 'place_2',
        concerns: ['violence', 'work'],
        child_name: 'Inès',
        words_used: 'Il pleure chaque nuit.',
        age: 11,
        birth_date: '2014-05-06',
        received_at: '2026-03-02T07:30:00.000Z',
      }}
    />
  ),
};
export const WithErrors: Story = { render: () => <Every error="Cette valeur ne convient pas." /> };
export const Required: Story = { render: () => <Every required /> };
export const ABlankKeepsWhatIsRecorded: Story = {
  render: () => <Every kept="Laisser vide garde : 11 ans" help="Ce qu’on vous a dit." />,
};
export const LongText: Story = { render: () => <Every label={LONG} help={LONG} kept={LONG} /> };

export const YesNoAndNotKnownAreThreeAnswers: Story = {
  render: () => <Held name="danger" />,
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('radio', { name: 'Inconnu' })).toBeChecked();
    for (const [name, value] of [
      ['Non', false],
      ['Oui', true],
      ['Inconnu', undefined],
    ] as const) {
      await userEvent.click(canvas.getByRole('radio', { name }));
      await expect(onChange).toHaveBeenLastCalledWith(value);
    }
  },
};
export const FewChoicesAreAllShown: Story = {
  render: () => <Held name="channel" />,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('radio', { name: 'Lettre' }));
    await expect(onChange).toHaveBeenLastCalledWith('letter');
    await userEvent.click(canvas.getByRole('radio', { name: 'Inconnu' }));
    await expect(onChange).toHaveBeenLastCalledWith(undefined);
  },
};
export const ManyChoicesAreAList: Story = {
  render: () => <Held name="place_kind" />,
  play: async ({ canvas }) => {
    const list = canvas.getByRole('combobox', { name: 'Où vit l’enfant' });
    await userEvent.selectOptions(list, 'Rue');
    await expect(onChange).toHaveBeenLastCalledWith('place_4');
    await userEvent.selectOptions(list, 'Inconnu');
    await expect(onChange).toHaveBeenLastCalledWith(undefined);
  },
};
export const NoneOfTheseIsAnAnswer: Story = {
  render: () => <Held name="concerns" />,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Violence' }));
    await expect(onChange).toHaveBeenLastCalledWith(['violence']);
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Aucun de ceux-ci' }));
    await expect(onChange).toHaveBeenLastCalledWith([]);
    await expect(canvas.getByRole('checkbox', { name: 'Aucun de ceux-ci' })).toBeChecked();
    await expect(canvas.getByRole('checkbox', { name: 'Violence' })).not.toBeChecked();
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Aucun de ceux-ci' }));
    await expect(onChange).toHaveBeenLastCalledWith(undefined);
  },
};
export const WordsTakenBackAreABlank: Story = {
  render: () => <Held name="child_name" />,
  play: async ({ canvas }) => {
    const field = canvas.getByRole('textbox', { name: 'Nom de l’enfant' });
    await userEvent.type(field, 'I');
    await expect(onChange).toHaveBeenLastCalledWith('I');
    await userEvent.clear(field);
    await expect(onChange).toHaveBeenLastCalledWith(undefined);
  },
};
export const AQuantityIsANumberWithItsUnit: Story = {
  render: () => <Held name="age" />,
  play: async ({ canvas }) => {
    const field = canvas.getByRole('textbox', { name: 'Âge' });
    await userEvent.type(field, '0');
    await expect(onChange).toHaveBeenLastCalledWith(0);
    await expect(field).toHaveValue('0 ans');
  },
};
export const ThisVeryMinute: Story = {
  render: () => <Held name="received_at" />,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Heure du signalement : Maintenant' }));
    await expect(onChange).toHaveBeenLastCalledWith(new Date(STORY_NOW).toISOString());
  },
};
export const Phone: Story = { ...Filled, globals: { viewport: { value: 'mobile1' } } };
export const Dark: Story = { ...Filled, globals: { scheme: 'dark' } };
export const RightToLeft: Story = { ...Filled, globals: { direction: 'rtl' } };
