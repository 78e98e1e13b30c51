import { areaWords } from '../area.ts';

/** The words of the profession that a country renames. */
export const termWords = areaWords({
  fr: {
    terms: {
      help: 'Le mot que votre pays emploie, partout dans les écrans de cette procédure.',
    },
  },
  en: {
    terms: {
      help: 'The word your country uses, everywhere on this procedure’s screens.',
    },
  },
  es: {
    terms: {
      help: 'La palabra que usa su país, en todas las pantallas de este protocolo.',
    },
  },
  ar: {
    terms: {
      help: 'الكلمة المستعملة في بلدكم في كل شاشات هذا الإجراء.',
    },
  },
});
