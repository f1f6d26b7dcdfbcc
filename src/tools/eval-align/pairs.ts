import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listBlockNodes, parseMarkdown, type Block } from '../../markdown/index.ts';

/** A text in two languages. */
export interface TextPair {
  name: string;
  ko: string;
  en: string;
}

/** The texts of a corpus that are there in both languages: `ko/<slug>.md` and `en/<slug>.md`. */
export function readCorpus(folder: string): TextPair[] {
  return readBoth(folder, readdirSync(path.join(folder, 'ko')), (locale, file) =>
    path.join(folder, locale, file),
  );
}

/** The articles of a folder of content that are there in both languages. */
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
  throw new Error(`No text in Korean and English in ${folder}`);
}

function readBody(file: string): string {
  return readFileSync(file, 'utf8').replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '');
}

/** Those whose blocks are of the same kinds in the same order, so that each is taken to stand for the one at its place. */
export function keepParallel(pairs: readonly TextPair[]): TextPair[] {
  return pairs.filter(({ ko, en }) => outline(ko) === outline(en));
}

function outline(markdown: string): string {
  return blocksOf(markdown)
    .map(({ type, around, depth }) => `${type} ${around} ${depth ?? ''}`)
    .join('\n');
}

/** The blocks of a Markdown text. */
export function blocksOf(markdown: string): Block[] {
  return listBlockNodes(parseMarkdown(markdown)).map(({ block }) => block);
}
