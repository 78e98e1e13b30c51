import { Button, Text } from '@mantine/core';
import { IconVersions } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseView } from '../client.ts';
import { useProcedures } from '../procedures/use-procedures.ts';
import { useWords } from '../words/use-words.ts';
import { AttentionCard } from './attention-card.tsx';
import { MigrationDialog } from './migration-dialog.tsx';

type Props = { readonly view: CaseView; readonly account: string };

/** Told to who carries the case: another version of its procedure is in effect than the one it follows. */
export function NewerVersion({ view, account }: Props) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const carries = !view.confirmsOnly && Object.values(view.assigned).includes(account);
  const procedures = useProcedures();
  const { id, hash, version } = view.file.pack;
  const newest = procedures.data?.packs.find((pack) => pack.id === id && pack.runs && !pack.waits);
  if (!carries || !newest?.version || newest.hash === hash) return null;
  const named = { from: version, to: newest.version };
  return (
    <AttentionCard icon={IconVersions} title={t('moving.newer')}>
      <Text size="sm">{t('moving.explain', named)}</Text>
      <Button variant="default" className="wrap" onClick={() => setOpen(true)}>
        {t('moving.look')}
      </Button>
      {isOpen ? (
        <MigrationDialog
          view={view}
          to={{ hash: newest.hash, version: newest.version }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </AttentionCard>
  );
}
