/**
 * The name of a holiday in `language` (BCP 47; only its primary subtag counts), or else in the country's own languages,
 * or in English, or in whichever there is.
 */
export function nameIn(name: Readonly<Record<string, string>>, language: string, languages: readonly string[]): string {
  const wanted = language.split('-')[0]?.toLowerCase() ?? '';
  for (const choice of [wanted, ...languages, 'en']) {
    const found = Object.hasOwn(name, choice) ? name[choice] : undefined;
    if (found !== undefined) return found;
  }
  return Object.values(name)[0] ?? '';
}
