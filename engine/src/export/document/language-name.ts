/** Languages of the countries that are served, each by its own name. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['ar', 'العربية'],
  ['en', 'English'],
  ['es', 'español'],
  ['fr', 'français'],
  ['mg', 'malagasy'],
  ['pt', 'português'],
]);

/** A language by its own name, else by its code. */
export function languageName(code: string): string {
  return NAMES.get(code) ?? code.toUpperCase();
}
