import { areaWords } from './area.ts';
import { calendarWords } from './sections/calendar.ts';
import { deadlineWords } from './sections/deadlines.ts';
import { effectWords } from './sections/effects.ts';
import { everySectionWords } from './sections/every-section.ts';
import { factWords } from './sections/facts.ts';
import { fieldWords } from './sections/fields.ts';
import { formWords } from './sections/forms.ts';
import { parameterWords } from './sections/parameters.ts';
import { roleWords } from './sections/roles.ts';
import { safeguardSentenceWords } from './sections/safeguard-sentences.ts';
import { safeguardWords } from './sections/safeguards.ts';
import { sourceWords } from './sections/sources.ts';
import { termWords } from './sections/terms.ts';
import { textWords } from './sections/texts.ts';
import { titleWords } from './sections/title.ts';

/** The elements that feed a procedure, one file of words for each section: one line here, in every language, for each. */
export const sectionWords = areaWords({
  fr: {
    ...everySectionWords.fr,
    ...fieldWords.fr,
    ...factWords.fr,
    ...formWords.fr,
    ...deadlineWords.fr,
    ...roleWords.fr,
    ...sourceWords.fr,
    ...parameterWords.fr,
    ...safeguardWords.fr,
    ...effectWords.fr,
    ...calendarWords.fr,
    ...titleWords.fr,
    ...termWords.fr,
    ...textWords.fr,
    safeguards: { ...safeguardWords.fr.safeguards, ...safeguardSentenceWords.fr },
  },
  en: {
    ...everySectionWords.en,
    ...fieldWords.en,
    ...factWords.en,
    ...formWords.en,
    ...deadlineWords.en,
    ...roleWords.en,
    ...sourceWords.en,
    ...parameterWords.en,
    ...safeguardWords.en,
    ...effectWords.en,
    ...calendarWords.en,
    ...titleWords.en,
    ...termWords.en,
    ...textWords.en,
    safeguards: { ...safeguardWords.en.safeguards, ...safeguardSentenceWords.en },
  },
  es: {
    ...everySectionWords.es,
    ...fieldWords.es,
    ...factWords.es,
    ...formWords.es,
    ...deadlineWords.es,
    ...roleWords.es,
    ...sourceWords.es,
    ...parameterWords.es,
    ...safeguardWords.es,
    ...effectWords.es,
    ...calendarWords.es,
    ...titleWords.es,
    ...termWords.es,
    ...textWords.es,
    safeguards: { ...safeguardWords.es.safeguards, ...safeguardSentenceWords.es },
  },
  ar: {
    ...everySectionWords.ar,
    ...fieldWords.ar,
    ...factWords.ar,
    ...formWords.ar,
    ...deadlineWords.ar,
    ...roleWords.ar,
    ...sourceWords.ar,
    ...parameterWords.ar,
    ...safeguardWords.ar,
    ...effectWords.ar,
    ...calendarWords.ar,
    ...titleWords.ar,
    ...termWords.ar,
    ...textWords.ar,
    safeguards: { ...safeguardWords.ar.safeguards, ...safeguardSentenceWords.ar },
  },
});
