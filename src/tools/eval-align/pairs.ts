import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listBlockNodes, parseMarkdown, type Block } from '../../markdown/index.ts';

/** A text in two languages. */
export interface TextPair {
  name: string;
  ko: string;
  en: string;
}

/** Reads the texts of a corpus that exist in both languages: `ko/<slug>.md` and `en/<slug>.md`. */
export function readCorpus(folder: string): TextPair[] {
  return readBoth(folder, readdirSync(path.join(folder, 'ko')), (locale, file) =>
    path.join(folder, locale, file),
  );
}

/** Reads the articles of a content folder that exist in both languages. */
export function readContent(folder: string): TextPair[] {
  const articles = path.join(folder, 'articles');
  return readBoth(folder, readdirSync(articles), (locale, slug) => path.join(articles, slug, `${locale}.md`));
}

function readBoth(
  folder: string,
  names: readonly string[],
  fileOf: (locale: string, name: string) => string,
): TextPair[] {
  const pairs = [...names].sort().flatMap((name): TextPair[] => {
    const [ko, en] = [fileOf('ko', name), fileOf('en', name)];
    if (!existsSync(ko) || !existsSync(en)) return [];
    return [{ name: path.parse(name).name, ko: readBody(ko), en: readBody(en) }];
  });
  if (pairs.length > 0) return pairs;
  throw new Error(`${folder} has no text in both Korean and English`);
}

function readBody(file: string): string {
  return readFileSync(file, 'utf8').replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '');
}

/** Keeps the texts with the same kinds of blocks in the same order in both languages, so that blocks correspond one to one. */
export function filterParallel(pairs: readonly TextPair[]): TextPair[] {
  return pairs.filter(({ ko, en }) => outline(ko) === outline(en));
}

function outline(markdown: string): string {
  return blocksOf(markdown)
    .map(({ type, containers, depth }) => `${type} ${containers} ${depth ?? ''}`)
    .join('\n');
}

/** Parses a Markdown text into blocks. */
export function blocksOf(markdown: string): Block[] {
  return listBlockNodes(parseMarkdown(markdown)).map(({ block }) => block);
}
