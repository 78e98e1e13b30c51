/** Where one language of a text is written: `texts/ar/steps/visit/title`. Other places name elements, as findings do. */
const TEXTS = 'texts';

export const textPlace = (path: string, language: string): string => `${TEXTS}/${language}/${path}`;

/** The text and the language that such a place names; undefined for any other place. */
export function readTextPlace(
  place: string | undefined,
): { readonly path: string; readonly language: string } | undefined {
  const [first, language, ...path] = place?.split('/') ?? [];
  return first === TEXTS && language !== undefined ? { language, path: path.join('/') } : undefined;
}
