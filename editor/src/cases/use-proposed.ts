import type { CaseView } from '../client.ts';
import { useMoments } from '../words/use-moments.ts';
import { useWords } from '../words/use-words.ts';

/** In words, by event: what was proposed in this case and waits for a second person. */
export function useProposed({ proposals, names }: CaseView): Readonly<Record<string, string>> {
  const { t } = useWords();
  const moments = useMoments();
  return Object.fromEntries(
    proposals.map(({ event, by, at }) => [
      event,
      t('outcome.proposed', { who: names[by] ?? by, when: moments.moment(at) }),
    ]),
  );
}
