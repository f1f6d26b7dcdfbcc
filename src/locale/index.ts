export {
  cardHref,
  diagramHref,
  downloadHref,
  feedHref,
  markdownHref,
  pageToHref,
  reservedNames,
  pageToPath,
  pathToPage,
  toAbsolute,
  type Page,
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
  type DiagramWords,
  type Dictionary,
  type RevisionWords,
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
export { loadSearchWords, type SearchWords } from './search-words.ts';
export { linkPage, type PageLanguages, type PageLinks } from './page-links.ts';
export { switchPage } from './switch-page.ts';
