import type { Locale } from '../../locale/index.ts';
import {
  maxOutlineDepth,
  omitDeeperHeadings,
  type DeeperHeadings,
  type Outline,
  type Subjects,
} from '../contract/index.ts';
import type { Text } from './collect-texts.ts';
import type { SearchableSite } from './searchable-site.ts';

/** Returns the outline of the texts in one language. An article's number is its index in `articles`. */
export function toOutline(texts: readonly Text[], articles: readonly string[]): Outline {
  const numbers = new Map(articles.map((path, number) => [path, number]));
  return {
    texts: texts.map((text) => [
      numbers.get(text.page.path) ?? -1,
      text.id,
      text.words.length,
      text.page.text.title,
      omitDeeperHeadings(writeHeadings(text)),
    ]),
  };
}

/** Returns the headings that the outline omits. */
export function toDeeperHeadings(texts: readonly Text[]): DeeperHeadings {
  const isDeeper = (heading: string): boolean => Number(heading.charAt(0)) > maxOutlineDepth;
  return { texts: texts.map((text) => writeHeadings(text).filter(isDeeper)) };
}

function writeHeadings({ page }: Text): string[] {
  return page.text.headings.map(({ depth, text }) => `${depth}${text}`);
}

/** Returns the language-independent data of the articles with these paths. */
export function toSubjects(
  { topics, names }: SearchableSite,
  texts: readonly Text[],
  articles: readonly string[],
): Subjects {
  const topicsOf = new Map(texts.map(({ page }) => [page.path, page.text.topics]));
  return {
    articles: articles.map((path) => [
      path,
      (topicsOf.get(path) ?? [])
        .map((id) => topics.findIndex((topic) => topic.id === id))
        .filter((at) => at >= 0),
    ]),
    topics,
    names,
  };
}

/** Returns the texts in a language. */
export function textsIn(locale: Locale, texts: readonly Text[]): Text[] {
  return texts.filter(({ page }) => page.locale === locale);
}
