import { areaWords } from '../area.ts';

/** Roles and what they can do. */
export const roleWords = areaWords({
  fr: {
    roles: {
      addCompetency: 'Ajouter une compétence',
      competency: 'Compétence {{place}}',
      does: 'Ce que cette fonction fait',
    },
  },
  en: {
    roles: {
      addCompetency: 'Add a competency',
      competency: 'Competency {{place}}',
      does: 'What this role does',
    },
  },
  es: {
    roles: {
      addCompetency: 'Añadir una competencia',
      competency: 'Competencia {{place}}',
      does: 'Lo que hace esta función',
    },
  },
  ar: {
    roles: {
      addCompetency: 'إضافة كفاءة',
      competency: 'الكفاءة {{place}}',
      does: 'ما تقوم به هذه المهمة',
    },
  },
});
