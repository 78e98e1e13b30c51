import { Alert, Button, Checkbox, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { suggestible, suggestionOf, type TextField, textAt } from './suggestion-of.ts';
import type { Remark } from './use-deciding.ts';
import { useKept } from './use-kept.ts';

type Props = {
  readonly place: string;
  readonly placeName: string;
  readonly isBusy: boolean;
  /** Why the service did not take it, in words. */
  readonly problem: string | undefined;
  /** `onSent` is called when the service has it; what was typed stays until then. */
  readonly onRemark: (remark: Remark, onSent: () => void) => void;
};

type Typed = {
  readonly text: string;
  readonly proposal?: { readonly field: TextField; readonly text: string };
};

/** Says something about a place, and perhaps another text for it. Whoever signs in may. */
export function CommentForm({ place, placeName, isBusy, problem, onRemark }: Props) {
  const { t, language } = useDrawingWords();
  const pack = useDrawnPack();
  const [typed = { text: '' }, type] = useKept<Typed>(`say ${place}`);
  const { text, proposal } = typed;
  const setProposal = (next: Typed['proposal']) => type({ text, ...(next && { proposal: next }) });
  const fields = suggestible(pack, place);
  const [first] = fields;
  const propose = (field: TextField) => setProposal({ field, text: textAt(pack, place, field, language) });
  const suggestion = proposal && suggestionOf(pack, place, proposal.field, { language, text: proposal.text });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onRemark({ kind: 'say', place, text: text.trim(), ...(suggestion && { suggestion }) }, () =>
          type(undefined),
        );
      }}
    >
      <Stack gap="sm" align="flex-start">
        <Textarea
          w="100%"
          autosize
          minRows={2}
          label={t('decide.comments.say')}
          description={t('decide.comments.about', { place: placeName })}
          value={text}
          onChange={(event) => type({ ...typed, text: event.currentTarget.value })}
        />
        {first ? (
          <Checkbox
            className="tick"
            label={t('decide.comments.suggest')}
            checked={proposal !== undefined}
            onChange={(event) => (event.currentTarget.checked ? propose(first) : setProposal(undefined))}
          />
        ) : null}
        {proposal ? (
          <Stack gap="sm" w="100%">
            <NativeSelect
              label={t('decide.comments.field')}
              value={proposal.field}
              onChange={(event) => propose(event.currentTarget.value as TextField)}
              data={fields.map((value) => ({ value, label: t(`decide.fields.${value}`) }))}
            />
            <Textarea
              autosize
              minRows={2}
              label={t('decide.comments.instead')}
              value={proposal.text}
              onChange={(event) => setProposal({ ...proposal, text: event.currentTarget.value })}
            />
          </Stack>
        ) : null}
        {problem === undefined ? null : (
          <Alert color="red" role="alert" w="100%">
            {problem}
          </Alert>
        )}
        <Button
          type="submit"
          loading={isBusy}
          disabled={text.trim() === '' || (proposal !== undefined && suggestion === undefined)}
        >
          {t('decide.comments.send')}
        </Button>
      </Stack>
    </form>
  );
}
