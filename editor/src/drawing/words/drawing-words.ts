import type { i18n } from 'i18next';
import { actionWords } from './actions.ts';
import { adaptWords } from './adapt.ts';
import { commandWords } from './commands.ts';
import { decideWords } from './decide.ts';
import { deskWords } from './desk.ts';
import { exchangeWords } from './exchange.ts';
import { findingsWords } from './findings.ts';
import { guideWords } from './guide.ts';
import { helpWords } from './help.ts';
import { laneWords } from './lanes.ts';
import { mapWords } from './map.ts';
import { matrixWords } from './matrix.ts';
import { otherwiseWords } from './otherwise.ts';
import { outlineWords } from './outline.ts';
import { panelWords } from './panel.ts';
import { refusalWords } from './refusals.ts';
import { ruleWords } from './rules.ts';
import { sectionWords } from './sections.ts';
import { storyWords } from './stories.ts';
import { tableWords } from './table.ts';
import { toDoWords } from './to-dos.ts';
import { trialWords } from './trial.ts';

/** Areas of the drawing table: one line here for each file of words beside. */
const AREAS = {
  table: tableWords,
  actions: actionWords,
  outline: outlineWords,
  desk: deskWords,
  decide: decideWords,
  commands: commandWords,
  refused: refusalWords,
  panel: panelWords,
  map: mapWords,
  matrix: matrixWords,
  lanes: laneWords,
  rules: ruleWords,
  sections: sectionWords,
  findings: findingsWords,
  todos: toDoWords,
  stories: storyWords,
  otherwise: otherwiseWords,
  exchange: exchangeWords,
  trial: trialWords,
  adapt: adaptWords,
  guide: guideWords,
  help: helpWords,
} as const;

const LANGUAGES = ['fr', 'en', 'es', 'ar'] as const;

/** The shape of the drawing table's words: the French ones. */
export type DrawingWords = { readonly [area in keyof typeof AREAS]: (typeof AREAS)[area]['fr'] };

/** Gives the words of the drawing table to an instance; they come with its code, not with the first load. */
export function addDrawingWords(words: i18n): void {
  if (words.hasResourceBundle('fr', 'drawing')) return;
  for (const language of LANGUAGES) {
    const said = Object.fromEntries(Object.entries(AREAS).map(([area, each]) => [area, each[language]]));
    words.addResourceBundle(language, 'drawing', said);
  }
}
