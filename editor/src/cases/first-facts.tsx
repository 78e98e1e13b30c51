import { Button, Card, Text, Title } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { useMutation } from '@tanstack/react-query';
import { useDraft } from '../forms/draft.ts';
import { type Answers, FactForm } from '../forms/fact-form.tsx';
import { useInvalidWords } from '../forms/invalid-words.ts';
import { firstStep } from '../pack/first-step.ts';
import { useErrorWords } from '../session/error-words.ts';
import { TroubleAlert } from './trouble.tsx';
import { troubleOf } from './trouble-of.ts';

type Props<T> = {
  readonly pack: Pack;
  /** Under which what is typed and not sent is kept in this browser. */
  readonly draftKey: string;
  readonly action: string;
  /** Sends what was typed: no `facts` when nothing was. */
  readonly send: (typed: { readonly facts?: Answers }) => Promise<T>;
  readonly onTaken: (answer: T) => void;
  readonly title?: string;
  readonly explain?: string;
};

/** The first form of a procedure, all of whose fields may stay blank, and the button that opens a case with it. */
export function FirstFacts<T>({ pack, draftKey, action, send, onTaken, title, explain }: Props<T>) {
  const draft = useDraft(draftKey);
  const errorWords = useErrorWords();
  const invalidWords = useInvalidWords();
  const form = firstStep(pack)?.form;
  const sending = useMutation({
    mutationFn: () => send(Object.keys(draft.answers).length > 0 ? { facts: draft.answers } : {}),
    onSuccess: (answer) => {
      draft.clear();
      onTaken(answer);
    },
  });
  const trouble = troubleOf(sending.error, errorWords);
  return (
    <>
      {form ? (
        <Card withBorder p={{ base: 'md', md: 'xl' }}>
          {title === undefined ? null : (
            <>
              <Title order={2} size="h4">
                {title}
              </Title>
              <Text c="dimmed" mb="lg">
                {explain}
              </Text>
            </>
          )}
          <FactForm
            level={title === undefined ? 2 : 3}
            form={form}
            answers={draft.answers}
            onAnswer={draft.answer}
            errors={trouble?.kind === 'invalid' ? invalidWords(trouble.invalid) : {}}
          />
        </Card>
      ) : null}
      {trouble ? <TroubleAlert trouble={trouble} /> : null}
      <Button
        size="lg"
        onClick={() => sending.mutate()}
        loading={sending.isPending}
        style={{ alignSelf: 'flex-start' }}
      >
        {action}
      </Button>
    </>
  );
}
