/**
 * A language of the site, as in addresses and file names: a lowercase BCP 47 tag (`ko`, `en`, `zh-hant`). A plain string, because
 * `content/site.yaml` defines which locales exist.
 */
export type Locale = string;

/** Text per locale. Locales without a text fall back to another one. */
export type LocalizedText = Readonly<Record<Locale, string>>;

/** Returns whether a word is a well-formed, lowercase language tag. */
export function isLocaleTag(word: string): boolean {
  if (word !== word.toLowerCase()) return false;
  try {
    return Intl.getCanonicalLocales(word).length === 1;
  } catch {
    return false;
  }
}

/** Converts a locale to a value of the HTML `lang` attribute: `ko`, `zh-Hant`. */
export function localeToLang(locale: Locale): string {
  return Intl.getCanonicalLocales(locale)[0] ?? locale;
}

/** Converts a value of the HTML `lang` attribute to a locale. */
export function langToLocale(lang: string): Locale {
  return lang.toLowerCase();
}

const labels = new Map<Locale, string>();

/** Returns the name of a language in itself: `한국어`, `English`, `Dansk`. */
export function localeToLabel(locale: Locale): string {
  const label = labels.get(locale) ?? findLabel(locale);
  labels.set(locale, label);
  return label;
}

function findLabel(locale: Locale): string {
  const name = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** Returns the text in a locale, or in the first of the other locales that has one, or an empty string. */
export function localize(text: LocalizedText, locale: Locale, others: readonly Locale[]): string {
  return text[locale] ?? others.map((other) => text[other]).find((found) => found !== undefined) ?? '';
}
