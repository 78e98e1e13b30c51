import { areaWords } from '../area.ts';

/** Sources, and what rests on them. */
export const sourceWords = areaWords({
  fr: {
    sources: {
      restsOnIt: 'Ce qui repose sur ce texte',
      practice: 'Proposé, sans base légale',
      practiceHelp:
        'Le comité décide de chacun de ces éléments : lui trouver un texte, ou l’assumer comme une pratique.',
      noPractice: 'Tout repose sur un texte.',
      pick: 'Ajouter une source',
      drop: 'Retirer la source « {{name}} »',
      newHere: 'Nouvelle source',
      own: 'Textes de cette procédure',
      lawNeedsSource: 'Dites quel article : sans lui, c’est une pratique.',
      noneNamed: 'Aucun texte cité.',
    },
    basis: {
      none: 'Pas encore dit',
      law: 'Loi nationale',
      standard: 'Norme internationale',
      practice: 'Pratique proposée, sans base légale',
    },
    confidence: {
      read: 'Lu dans le texte',
      secondary: 'Lu dans une autre source',
      memory: 'De mémoire, non vérifié',
      unknown: 'Non trouvé',
    },
  },
  en: {
    sources: {
      restsOnIt: 'What rests on this text',
      practice: 'Proposed, without legal basis',
      practiceHelp:
        'The committee decides on each of these elements: find a text for it, or own it as a practice.',
      noPractice: 'Everything rests on a text.',
      pick: 'Add a source',
      drop: 'Remove the source “{{name}}”',
      newHere: 'New source',
      own: 'Texts of this procedure',
      lawNeedsSource: 'Say which article: without one it is a practice.',
      noneNamed: 'No text cited.',
    },
    basis: {
      none: 'Not said yet',
      law: 'National law',
      standard: 'International standard',
      practice: 'Practice proposed, without legal basis',
    },
    confidence: {
      read: 'Read in the text',
      secondary: 'Read in another source',
      memory: 'From memory, not checked',
      unknown: 'Not found',
    },
  },
  es: {
    sources: {
      restsOnIt: 'Lo que se apoya en este texto',
      practice: 'Propuesto, sin base legal',
      practiceHelp: 'El comité decide sobre cada elemento: encontrarle un texto o asumirlo como práctica.',
      noPractice: 'Todo se apoya en un texto.',
      pick: 'Añadir una fuente',
      drop: 'Quitar la fuente «{{name}}»',
      newHere: 'Nueva fuente',
      own: 'Textos de este procedimiento',
      lawNeedsSource: 'Diga qué artículo: sin él es una práctica.',
      noneNamed: 'Ningún texto citado.',
    },
    basis: {
      none: 'Sin decir todavía',
      law: 'Ley nacional',
      standard: 'Norma internacional',
      practice: 'Práctica propuesta, sin base legal',
    },
    confidence: {
      read: 'Leído en el texto',
      secondary: 'Leído en otra fuente',
      memory: 'De memoria, sin verificar',
      unknown: 'No encontrado',
    },
  },
  ar: {
    sources: {
      restsOnIt: 'ما يستند إلى هذا النص',
      practice: 'مقترح دون أساس قانوني',
      practiceHelp: 'تقرر اللجنة في كل عنصر: إيجاد نص له أو اعتماده ممارسة.',
      noPractice: 'كل شيء يستند إلى نص.',
      pick: 'إضافة مصدر',
      drop: 'حذف المصدر «{{name}}»',
      newHere: 'مصدر جديد',
      own: 'نصوص هذا الإجراء',
      lawNeedsSource: 'اذكر المادة: من دونها هي ممارسة.',
      noneNamed: 'لا نص مذكور.',
    },
    basis: {
      none: 'لم يذكر بعد',
      law: 'قانون وطني',
      standard: 'معيار دولي',
      practice: 'ممارسة مقترحة دون أساس قانوني',
    },
    confidence: {
      read: 'قرئ في النص',
      secondary: 'قرئ في مصدر آخر',
      memory: 'من الذاكرة دون تحقق',
      unknown: 'لم يعثر عليه',
    },
  },
});
