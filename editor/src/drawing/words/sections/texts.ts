import { areaWords } from '../area.ts';

/** Texts language by language. */
export const textWords = areaWords({
  fr: {
    texts: {
      show: 'Montrer',
      all: 'Tous les textes',
      missing: 'Ce qui manque',
      stale: 'Ce qui est à revoir',
      from: 'Depuis',
      to: 'Vers',
      counts: 'manquent : {{missing}} ; à revoir : {{stale}} ; en tout : {{all}}',
      isMissing: 'manque',
      isStale: 'l’autre langue a changé depuis',
      nothing: 'Rien ne manque ici.',
      text: 'Texte',
      noText: '(rien dans cette langue)',
    },
  },
  en: {
    texts: {
      show: 'Show',
      all: 'All texts',
      missing: 'What is missing',
      stale: 'What is to be looked at again',
      from: 'From',
      to: 'To',
      counts: 'missing: {{missing}}; to look at again: {{stale}}; in all: {{all}}',
      isMissing: 'missing',
      isStale: 'the other language changed since',
      nothing: 'Nothing is missing here.',
      text: 'Text',
      noText: '(nothing in this language)',
    },
  },
  es: {
    texts: {
      show: 'Mostrar',
      all: 'Todos los textos',
      missing: 'Lo que falta',
      stale: 'Lo que hay que revisar',
      from: 'Desde',
      to: 'A',
      counts: 'faltan: {{missing}}; por revisar: {{stale}}; en total: {{all}}',
      isMissing: 'falta',
      isStale: 'el otro idioma cambió después',
      nothing: 'Aquí no falta nada.',
      text: 'Texto',
      noText: '(nada en este idioma)',
    },
  },
  ar: {
    texts: {
      show: 'عرض',
      all: 'كل النصوص',
      missing: 'ما ينقص',
      stale: 'ما يجب مراجعته',
      from: 'من',
      to: 'إلى',
      counts: 'ناقصة: {{missing}}؛ للمراجعة: {{stale}}؛ المجموع: {{all}}',
      isMissing: 'ناقص',
      isStale: 'اللغة الأخرى تغيرت بعده',
      nothing: 'لا شيء ناقص هنا.',
      text: 'النص',
      noText: '(لا شيء بهذه اللغة)',
    },
  },
});
