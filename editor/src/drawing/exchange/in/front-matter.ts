import { plainHeading } from './read-columns.ts';

/** Headings of what every procedure says before and behind its steps, in French, English, Spanish and Arabic. */
const FRONT = new RegExp(
  `^(?:${[
    'objet|objectifs?|objectif general|buts?|finalite|portee|(?:champ|domaine) d application|definitions?(?: et (?:abreviations|sigles))?',
    'abreviations?|sigles?|sigles et abreviations|acronymes?|glossaire|references?(?: juridiques| legales)?|textes de reference|bibliographie',
    '(?:cadre|base) (?:legale?|juridique|normatif|reglementaire)|principes?(?: directeurs?| generaux| fondamentaux)?|preambule|introduction',
    'contexte|avant propos|annexes?|historique(?: des (?:versions|revisions|modifications))?|diffusion|documents (?:associes|de reference)|remerciements',
    'purpose|objectives?|aims?|scope(?: of application)?|abbreviations?|acronyms?|glossary|legal (?:framework|basis)|(?:guiding )?principles?',
    'preamble|background|context|foreword|annex(?:es)?|appendix|appendices|(?:revision|version|document) history|bibliography|acknowledge?ments',
    'objeto|objetivos?|objetivo general|alcance|ambito(?: de aplicacion)?|definiciones|siglas(?: y abreviaturas)?|abreviaturas|glosario|referencias',
    'marco (?:legal|juridico|normativo|conceptual)|principios(?: rectores)?|presentacion|introduccion|antecedentes|contexto|anexos?|bibliografia',
    'الهدف|الاهداف|الغرض|الموضوع|(?:مجال|نطاق) التطبيق|التعريفات|تعريفات|التعاريف|المصطلحات|المراجع|الاطار القانوني|المبادئ|المبادئ العامة',
    'التوطئة|توطئة|التمهيد|تمهيد|المقدمة|مقدمة|السياق|الملاحق|الملحقات|ملحق',
  ].join('|')})$`,
);

/** True for a heading whose part says what the procedure is about, or what is attached to it: there is nothing to do in it. */
export function isFrontMatter(heading: string): boolean {
  return FRONT.test(
    plainHeading(heading.replace(/^(?:[\d٠-٩]{1,2}|[IVX]{1,5})\s*[.)\-–—:]\s*/u, '')).replace(/[أإآ]/g, 'ا'),
  );
}
