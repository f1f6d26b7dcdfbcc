export {
  cardHref,
  diagramHref,
  downloadHref,
  feedHref,
  markdownHref,
  pageToHref,
  switchPage,
  toAbsolute,
  type SiteAddress,
} from './address.ts';
export {
  dateToInstant,
  formatDate,
  instantToCalendarDate,
  isCalendarDate,
  yearOf,
  type CalendarDate,
} from './calendar-date.ts';
export {
  findDictionary,
  languageName,
  loadDictionary,
  type DiagramStrings,
  type Dictionary,
  type RevisionStrings,
} from './dictionary.ts';
export {
  isLocaleTag,
  langToLocale,
  localeToLabel,
  localeToLang,
  localize,
  type Locale,
  type LocalizedText,
} from './locale.ts';
export { splitHangul } from './split-hangul.ts';
export { loadSearchStrings, type SearchStrings } from './search-strings.ts';
export { linkPage, type PageLanguages, type PageLinks } from './page-links.ts';
export {
  isIndexed,
  listFixedPages,
  listPageTypes,
  listReservedNames,
  pageToPath,
  pathToPage,
  type FixedPageType,
  type Page,
} from './page.ts';
