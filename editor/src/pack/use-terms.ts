import { useWords } from '../words/use-words.ts';
import { usePackIfAny } from './pack-context.tsx';

/** The words that a procedure may rename and that stand on screens. */
type Term = 'child' | 'case' | 'track' | 'stage' | 'step';

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

/** A term as a heading begins with it: the procedure's own word, else the dictionary's. */
export function useHeadingTerms(): (term: Term) => string {
  const { t, language } = useWords();
  const own = useTerms();
  return (term) => {
    const word = own(term) ?? t(`term.${term}`);
    return word.charAt(0).toLocaleUpperCase(language) + word.slice(1);
  };
}
