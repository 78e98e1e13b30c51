import { areaWords } from '../area.ts';

/** Parameters: known, or honestly unknown. */
export const parameterWords = areaWords({
  fr: {
    parameters: {
      known: 'La valeur est connue',
      unknown: 'Inconnue : droit national non trouvé',
      unknownShort: 'inconnu',
      withholds: 'Ce que cela retient',
      withholdsNothing: 'Rien n’en dépend encore.',
      addGuideline: 'Ajouter un repère',
    },
  },
  en: {
    parameters: {
      known: 'The value is known',
      unknown: 'Unknown: national law not found',
      unknownShort: 'unknown',
      withholds: 'What this withholds',
      withholdsNothing: 'Nothing depends on it yet.',
      addGuideline: 'Add a guideline',
    },
  },
  es: {
    parameters: {
      known: 'El valor se conoce',
      unknown: 'Desconocido: derecho nacional no encontrado',
      unknownShort: 'desconocido',
      withholds: 'Lo que esto retiene',
      withholdsNothing: 'Nada depende de ello todavía.',
      addGuideline: 'Añadir una referencia',
    },
  },
  ar: {
    parameters: {
      known: 'القيمة معروفة',
      unknown: 'مجهولة: لم يعثر على القانون الوطني',
      unknownShort: 'مجهول',
      withholds: 'ما الذي يتعلق بذلك',
      withholdsNothing: 'لا شيء يتوقف عليه بعد.',
      addGuideline: 'إضافة معيار للمقارنة',
    },
  },
});
