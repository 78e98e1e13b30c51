import { Fieldset, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import type { FactValue } from '@parcours/engine';
import type { FormGuide } from '../guidance/types.ts';
import { useWords } from '../words/use-words.ts';
import { FactField } from './fact-field.tsx';

export type Answers = Readonly<Record<string, FactValue>>;

type Props = {
  readonly form: FormGuide;
  readonly answers: Answers;
  readonly onAnswer: (fact: string, value: FactValue | undefined) => void;
  /** Messages by fact, in the reader's language. */
  readonly errors?: Readonly<Record<string, string>>;
  readonly readOnly?: boolean;
  /** The level of its title under the headings around it. */
  readonly level?: 2 | 3;
};

/** The form of a step, straight from its guide: sections and fields shown now, in the order people read them. */
export function FactForm({ form, answers, onAnswer, errors = {}, readOnly = false, level = 3 }: Props) {
  const { t, say } = useWords();
  if (form.sections.every((section) => section.fields.length === 0))
    return <Text c="dimmed">{t('form.empty')}</Text>;
  return (
    <Stack gap="lg" data-form={form.id}>
      <div>
        <Title order={level} size="h4">
          {say(form.label, form.id)}
        </Title>
        {form.help ? <Text c="dimmed">{say(form.help)}</Text> : null}
      </div>
      {form.sections
        .filter((section) => section.fields.length > 0)
        .map((section) => (
          <Fieldset
            key={section.id}
            // A form of one section often calls it as itself: once is enough to read, and the group keeps its name.
            legend={
              say(section.label) === say(form.label) ? (
                <VisuallyHidden>{say(section.label)}</VisuallyHidden>
              ) : (
                say(section.label, section.id)
              )
            }
            variant="unstyled"
            className="section"
          >
            <Stack gap="lg">
              {section.fields.map((field) => (
                <FactField
                  key={field.fact}
                  fact={field.fact}
                  help={field.help ? say(field.help) : undefined}
                  required={field.required}
                  recorded={field.value}
                  value={answers[field.fact]}
                  onChange={(value) => onAnswer(field.fact, value)}
                  error={errors[field.fact]}
                  readOnly={readOnly}
                />
              ))}
            </Stack>
          </Fieldset>
        ))}
    </Stack>
  );
}
