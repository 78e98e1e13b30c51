import { Button, Checkbox, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDrawnPack } from '../drawing-context.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { suggestible, suggestionOf, type TextField, textAt } from './suggestion-of.ts';
import type { Remark } from './use-deciding.ts';

type Props = {
  readonly place: string;
  readonly placeName: string;
  readonly isBusy: boolean;
  readonly onRemark: (remark: Remark) => void;
};

/** Says something about a place, and perhaps another text for it. Whoever signs in may. */
export function CommentForm({ place, placeName, isBusy, onRemark }: Props) {
  const { t, language } = useDrawingWords();
  const pack = useDrawnPack();
  const [text, setText] = useState('');
  const [proposal, setProposal] = useState<{ field: TextField; text: string }>();
  const fields = suggestible(pack, place);
  const [first] = fields;
  const propose = (field: TextField) => setProposal({ field, text: textAt(pack, place, field, language) });
  const suggestion = proposal && suggestionOf(pack, place, proposal.field, { language, text: proposal.text });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onRemark({ kind: 'say', place, text: text.trim(), ...(suggestion && { suggestion }) });
        setText('');
        setProposal(undefined);
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
          onChange={(event) => setText(event.currentTarget.value)}
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
