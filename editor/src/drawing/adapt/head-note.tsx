import { Text } from '@mantine/core';
import { useDrawnPack } from '../drawing-context.tsx';
import { textLanguage } from '../log/text-language.ts';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { useBase } from './use-base.ts';

type HeadText = 'title' | 'summary';

/** Whether what the title page says in the reader's language is word for word the base's. */
export function useIsInherited(field: HeadText): boolean {
  const { language: read } = useDrawingWords();
  const pack = useDrawnPack();
  const base = useBase();
  const language = textLanguage(pack, read);
  const own = pack.pack[field]?.[language];
  return own !== undefined && own === base?.pack[field]?.[language];
}

/** Below a text of the title page that an adaptation has from its base: they are not the country's own words. */
export function HeadNote({ field }: { readonly field: HeadText }) {
  const { t } = useDrawingWords();
  const isInherited = useIsInherited(field);
  if (!isInherited) return null;
  return (
    <Text size="sm" c="dimmed" role="note" data-inherited={field}>
      {t('adapt.headInherited')}
    </Text>
  );
}
