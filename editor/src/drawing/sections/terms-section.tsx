import { Stack, Text } from '@mantine/core';
import { useDrawingWords } from '../words/use-drawing-words.ts';
import { HeadProvider } from './element-context.tsx';
import { WordsField } from './fields.tsx';

const TERMS = ['child', 'case', 'track', 'stage', 'step'] as const;

/** The words of the profession that a country renames: typed once, read on every screen. */
export function TermsSection() {
  const { t, app } = useDrawingWords();
  return (
    <HeadProvider part="pack">
      <Stack gap="lg" maw={620}>
        <Text>{t('sections.terms.help')}</Text>
        {TERMS.map((term) => (
          <WordsField
            key={term}
            path={['terms', term]}
            label={app(`term.${term}`)}
            hint={app(`term.${term}`)}
          />
        ))}
      </Stack>
    </HeadProvider>
  );
}
