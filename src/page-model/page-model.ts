import type { Mark } from '../identity/mark.ts';
import type { Locale } from '../locale/index.ts';
import type {
  Article,
  Entry,
  PublicationStatus,
  ResolvedEntry,
  Series,
  Site,
  Topic,
  TopicGroup,
  Topics,
} from '../model/index.ts';
import type { StoredEntry } from '../texts/index.ts';
import type { TranslationRow } from './list-translations.ts';

/** The parts of a site that every page shows. */
export interface PageSettings {
  site: Site;
  mark: Mark;
  /** Single pages such as `about`, to which the header of every page links. */
  pages: readonly Article[];
  /** Whether the development server shows the site to its author: drafts included, with Vite's scripts and styles. */
  isPreview: boolean;
  /** All mistakes in the content, for its author; empty in a build. */
  problems: readonly ListedProblem[];
}

/** A problem in the content, and the page of the text in which it is, if it is in one. */
export type ListedProblem = StoredEntry['problems'][number] & { href: string | undefined };

/** The parts of an entry that lists show. */
export type ListedEntry = Entry & Pick<StoredEntry, 'isPublic' | 'minutes' | 'sign'>;

/** The parts of an article that lists show. */
export type ListedArticle = Article<ListedEntry> & { state: PublicationStatus };

/** The parts of a text that its page shows. `content` is the key of its HTML. */
export type ShownEntry = Entry &
  Pick<
    StoredEntry,
    | 'content'
    | 'file'
    | 'isExcerpt'
    | 'isPublic'
    | 'minutes'
    | 'needs'
    | 'outline'
    | 'problems'
    | 'revisions'
    | 'sign'
  >;

/** The parts of a text that a side-by-side page shows. */
export type PairedEntry = Entry &
  Pick<StoredEntry, 'alignedWith' | 'blockPaths' | 'content' | 'isExcerpt' | 'needs' | 'outline'>;

/** A text in the language of the page, or the source as a fallback. */
interface TextModel extends ResolvedEntry<ShownEntry> {
  article: ListedArticle;
}

/** A series that an article is part of. */
export interface SeriesPlace extends Series {
  /** The articles of the series, oldest first. */
  parts: readonly Article[];
  /** The place of the article among them, from 1. */
  place: number;
}

/** The articles that link to an article, newest first. */
export interface Backlinks {
  newest: readonly Backlink[];
  /** The rest of a long list. */
  others: readonly Article[];
}

/** A link from another article. */
interface Backlink {
  /** The article that links. */
  article: Article;
  /** The sentence that the link is in, and its language; absent if it is in none. */
  sentence?: (StoredEntry['mentions'][string] & { locale: Locale }) | undefined;
}

/** The models of pages that exist once per language, by type. A model holds everything that its page shows. */
interface LocalizedModels {
  home: {
    /** The newest articles. */
    articles: readonly ListedArticle[];
    /** Whether the site has more. */
    hasMore: boolean;
    topicGroups: readonly TopicGroup[];
  };
  articles: { articles: readonly ListedArticle[] };
  article: TextModel & {
    /** The topics of the article. */
    topics: Topics;
    /** The most closely related articles, closest first. */
    related: readonly Article[];
    backlinks: Backlinks;
    series: SeriesPlace | undefined;
    older: Article | undefined;
    newer: Article | undefined;
  };
  'side-by-side': { article: Article; own: PairedEntry; other: PairedEntry };
  topics: { topicGroups: readonly TopicGroup[] };
  topic: { topic: Topic; articles: readonly ListedArticle[] };
  search: { topicGroups: readonly TopicGroup[] };
  single: TextModel;
  /** The translation status of every article, for its author, and the articles that readers don’t see yet. */
  translations: { rows: readonly TranslationRow[]; unpublished: readonly ListedArticle[] };
}

/** The models of pages in no single language. */
interface NeutralModels {
  root: object;
  'not-found': {
    /** The languages that the page has a section in: all at the root of the site, one below a language. */
    locales: readonly Locale[];
    /** The pages with the most similar addresses, for the author of the site; empty in a build. */
    nearest: readonly string[];
  };
}

type ModelOf<Models, Common> = {
  [Type in keyof Models]: { type: Type; settings: PageSettings } & Common & Models[Type];
};

type PageModels = ModelOf<LocalizedModels, { locale: Locale }> & ModelOf<NeutralModels, object>;

/** Everything that a page shows, as plain data: a page depends on nothing else but the code. */
export type PageModel = PageModels[keyof PageModels];

/** The locals that a renderer gives a page: its model, and the HTML of its texts by their `content`. */
export interface PageLocals {
  model: PageModel;
  html: Readonly<Record<string, string>>;
}

/** Returns the model of a page of a type. Throws if the renderer gave it another one. */
export function modelOf<Type extends keyof PageModels>(locals: object, type: Type): PageModels[Type] {
  const { model } = locals as Partial<PageLocals>;
  if (model?.type !== type)
    throw new Error(`Expected the model of a page ${type}, not of ${model?.type ?? 'none'}`);
  return model as PageModels[Type];
}

/** Returns the HTML of a text of the page. */
export function htmlOf(locals: object, { content }: Pick<StoredEntry, 'content'>): string {
  const html = (locals as Partial<PageLocals>).html?.[content];
  if (html === undefined) throw new Error(`The text ${content} was not loaded`);
  return html;
}

/** Returns the locals of a page with a model. `readBody` reads a text by its `content`. */
export async function loadLocals(
  model: PageModel,
  readBody: (content: string) => Promise<{ html: string }>,
): Promise<PageLocals> {
  const html: Record<string, string> = {};
  for (const content of contentsOf(model)) html[content] = (await readBody(content)).html;
  return { model, html };
}

/** Returns the `content` of every text whose HTML a page shows. */
function contentsOf(model: PageModel): string[] {
  switch (model.type) {
    case 'article':
    case 'single':
      return [model.entry.content];
    case 'side-by-side':
      return [model.own.content, model.other.content];
    default:
      return [];
  }
}
