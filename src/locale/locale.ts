/**
 * A language of the site as it stands in addresses and file names: a lower-case BCP 47 tag (`ko`, `en`, `zh-hant`).
 * Which locales there are is said by `content/site.yaml`, so this can't be a closed list of literals.
 */
export type Locale = string;

/** Text given per locale; a locale without its own is served by the site's default. */
export type LocalizedText = Readonly<Record<Locale, string>>;

/** Whether a word has the form of a locale: a well-formed language tag in lower case. */
export function isLocaleTag(word: string): boolean {
  if (word !== word.toLowerCase()) return false;
  try {
    return Intl.getCanonicalLocales(word).length === 1;
  } catch {
    return false;
  }
}

/** The tag written in HTML's `lang`: `ko`, `zh-Hant`. */
export function localeToLang(locale: Locale): string {
  return Intl.getCanonicalLocales(locale)[0] ?? locale;
}

/** The locale of what is written in a language, by the tag in its `lang`. */
export function langToLocale(lang: string): Locale {
  return lang.toLowerCase();
}

/** What a language calls itself: `한국어`, `English`, `Dansk`. */
export function localeToLabel(locale: Locale): string {
  const name = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** The text in a locale, else in the first of the others that has one, else nothing. */
export function localize(text: LocalizedText, locale: Locale, others: readonly Locale[]): string {
  return text[locale] ?? others.map((other) => text[other]).find((found) => found !== undefined) ?? '';
}
