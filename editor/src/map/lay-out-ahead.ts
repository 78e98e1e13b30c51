import type { Pack } from '@parcours/engine';
import { labelsOf } from '../pack/labels.ts';
import { loadWords } from '../words/i18n.ts';
import { LANGUAGES, type Language } from '../words/languages.ts';
import { sayIn } from '../words/say.ts';
import { arrowWordsOf, lineWords } from './arrow-words.ts';
import { mapGraph } from './map-graph.ts';
import { layouterAhead } from './open-layouter.ts';

/** Lays out what a map shows first while its screen is still being made: what the screen then asks for is known, or under way. */
export async function layOutAhead(pack: Pack, language: Language): Promise<void> {
  const layouter = layouterAhead();
  if (!layouter) return;
  const { t } = await loadWords(language);
  const graph = mapGraph(pack);
  const words = lineWords(graph, arrowWordsOf(labelsOf(pack, sayIn(language, LANGUAGES[language].dir)), t));
  await layouter.layOut(graph, 'DOWN', ({ id }) => words[id] ?? '', {
    onSight: () => 'enough',
    onFirst: () => 'enough',
  });
}
