import { useWords } from '../words/use-words.ts';
import { usePackIfAny } from './pack-context.tsx';

/** The words that a procedure may rename and that stand on screens. */
type Term = 'child';

/** The procedure's own word for a term, where it differs from the dictionary's. */
export function useTerms(): (term: Term) => string | undefined {
  const pack = usePackIfAny();
  const { t, say } = useWords();
  return (term) => {
    // A gloss or an abbreviation after the word is for who reads the procedure as a document.
    const own = say(pack?.pack.terms?.[term]).replace(/\s*\([^)]*\)$/, '');
    return own === '' || own === t(`term.${term}`) ? undefined : own;
  };
}
