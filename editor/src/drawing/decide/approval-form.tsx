import { Button, Fieldset, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { sectorLook } from '../../pack/sector.tsx';
import { useDrawingWords } from '../words/use-drawing-words.ts';

export type Approving = { readonly function: string; readonly body: string; readonly said?: string };

type Props = {
  readonly sector: string;
  readonly isBusy: boolean;
  readonly onApprove: (given: Approving) => void;
};

/** Approves for one's own sector, under one's own name, as it will stand in the version. */
export function ApprovalForm({ sector, isBusy, onApprove }: Props) {
  const { t, app } = useDrawingWords();
  const [typed, setTyped] = useState({ function: '', body: '', act: '' });
  const { name } = sectorLook(sector);
  const write = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }));
  const said = typed.act.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const given = { function: typed.function.trim(), body: typed.body.trim() };
        onApprove({ ...given, ...(said === '' ? {} : { said }) });
      }}
    >
      <Fieldset legend={t('decide.approvals.form', { sector: name ? app(`sector.${name}`) : sector })}>
        <Stack gap="sm" align="flex-start">
          <Text size="sm">{t('decide.approvals.meaning')}</Text>
          <TextInput
            w="100%"
            required
            label={t('decide.approvals.function')}
            value={typed.function}
            onChange={(event) => write({ function: event.currentTarget.value })}
          />
          <TextInput
            w="100%"
            required
            label={t('decide.approvals.body')}
            value={typed.body}
            onChange={(event) => write({ body: event.currentTarget.value })}
          />
          <TextInput
            w="100%"
            label={t('decide.approvals.act')}
            value={typed.act}
            onChange={(event) => write({ act: event.currentTarget.value })}
          />
          <Button
            type="submit"
            loading={isBusy}
            disabled={typed.function.trim() === '' || typed.body.trim() === ''}
            leftSection={<IconCheck size={20} aria-hidden />}
          >
            {t('decide.approvals.approve')}
          </Button>
        </Stack>
      </Fieldset>
    </form>
  );
}
