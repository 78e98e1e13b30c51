/** Words that a brought document needs beside its own, in the document's language. */
export type DraftWords = {
  readonly main: string;
  readonly start: string;
  readonly end: string;
  /** Outcome of a step: "« {title} » est fait". */
  readonly done: string;
  /** Outcome of a work that did not succeed. */
  readonly failed: string;
  /** Between a label and what it labels: French sets a space before it. */
  readonly colon: string;
  readonly labels: {
    readonly who: string;
    readonly when: string;
    readonly with: string;
    readonly basis: string;
    readonly documents: string;
    readonly number: string;
  };
};

const AREAS: Readonly<Record<'fr' | 'en' | 'es' | 'ar', DraftWords>> = {
  fr: {
    main: 'Parcours',
    start: 'Début',
    end: 'Fin',
    done: 'Fait : {title}',
    failed: 'N’a pas abouti : {title}',
    colon: ' : ',
    labels: {
      who: 'Qui, dans le document',
      when: 'Délai, dans le document',
      with: 'Avec qui, dans le document',
      basis: 'Fondement, dans le document',
      documents: 'Documents',
      number: 'Numéro, dans le document',
    },
  },
  en: {
    main: 'Pathway',
    start: 'Start',
    end: 'End',
    done: 'Done: {title}',
    failed: 'Did not succeed: {title}',
    colon: ': ',
    labels: {
      who: 'Who, in the document',
      when: 'Deadline, in the document',
      with: 'With whom, in the document',
      basis: 'Rests on, in the document',
      documents: 'Documents',
      number: 'Number, in the document',
    },
  },
  es: {
    main: 'Ruta',
    start: 'Inicio',
    end: 'Fin',
    done: 'Hecho: {title}',
    failed: 'No se logró: {title}',
    colon: ': ',
    labels: {
      who: 'Quién, en el documento',
      when: 'Plazo, en el documento',
      with: 'Con quién, en el documento',
      basis: 'Fundamento, en el documento',
      documents: 'Documentos',
      number: 'Número, en el documento',
    },
  },
  ar: {
    main: 'المسار',
    start: 'البداية',
    end: 'النهاية',
    done: 'تمّ: {title}',
    failed: 'لم يتم: {title}',
    colon: ': ',
    labels: {
      who: 'من، في الوثيقة',
      when: 'الأجل، في الوثيقة',
      with: 'مع من، في الوثيقة',
      basis: 'السند، في الوثيقة',
      documents: 'الوثائق',
      number: 'الرقم، في الوثيقة',
    },
  },
};

export type DraftLanguage = keyof typeof AREAS;

export function draftWords(language: DraftLanguage): DraftWords {
  return AREAS[language];
}

/** The language in which a document is written, by its letters and its smallest words; `otherwise` when they do not say. */
export function languageOf(text: string, otherwise: DraftLanguage): DraftLanguage {
  const sample = text.slice(0, 20_000).toLowerCase();
  const arabic = sample.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (arabic > latin) return 'ar';
  const counts = (['fr', 'en', 'es'] as const).map((language) => ({
    language,
    count: sample.match(SMALL_WORDS[language])?.length ?? 0,
  }));
  const [first, second] = counts.sort((a, b) => b.count - a.count);
  return first && first.count > (second?.count ?? 0) ? first.language : otherwise;
}

const SMALL_WORDS = {
  fr: /(?<!\p{L})(?:le|les|des|du|est|une|dans|avec|l|et|sur|par|qui|aux)(?!\p{L})/gu,
  en: /(?<!\p{L})(?:the|of|and|is|to|with|for|by|who|an|in)(?!\p{L})/gu,
  es: /(?<!\p{L})(?:el|los|las|del|es|una|con|y|por|quien|al|en)(?!\p{L})/gu,
} as const;
