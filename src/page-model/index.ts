export { countStates, listTranslations, translationStates } from './list-translations.ts';
export {
  htmlOf,
  loadLocals,
  modelOf,
  type Backlinks,
  type ListedArticle,
  type ListedProblem,
  type ListedEntry,
  type PageLocals,
  type PageModel,
  type PageSettings,
  type PairedEntry,
  type SeriesPlace,
  type ShownEntry,
} from './page-model.ts';
