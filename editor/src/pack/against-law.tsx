import { Stack, Text } from '@mantine/core';
import type { Pack } from '@parcours/engine';
import { useWords } from '../words/use-words.ts';
import { GroundsNote } from './grounds-note.tsx';
import { usePack } from './pack-context.tsx';
import { shownGrounds } from './step-of-pack.ts';

type Props = { readonly law: NonNullable<Pack['safeguards'][string]['broken_by']> };

/** The declared exception of a safeguard: what the law that breaks it says, and which article that is. */
export function AgainstLaw({ law }: Props) {
  const { t, say } = useWords();
  const pack = usePack();
  return (
    <Stack gap={4}>
      <Text size="sm">{t('safeguard.byLaw', { note: say(law.note) })}</Text>
      <GroundsNote grounds={shownGrounds(pack, { basis: 'law', sources: law.sources })} />
    </Stack>
  );
}
