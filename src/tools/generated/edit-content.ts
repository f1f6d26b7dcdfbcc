import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { listFiles, writeFiles } from '../sites/run.ts';
import type { Random } from './random.ts';
import { createArticle, createBlock } from './site.ts';
import { compound, name } from './words.ts';

// Changes of a content folder, each as an author would make it. They return what was changed, for messages.

/** Numbers of added articles start here, so that they differ from those of a generated site. */
const firstAdded = 1_000_000;

/** Adds a word to the end of a paragraph of a text. */
export function editWord(content: string, random: Random, file = pickText(content, random)): string {
  const word = name(random);
  const lines = readLines(content, file);
  const at = random.pick(listProse(lines));
  lines[at] = `${lines[at] ?? ''} ${path.basename(file) === 'ko.md' ? word.ko : word.en}.`;
  writeFiles(content, { [file]: lines.join('\n') });
  return `a word in ${file}:${at + 1}`;
}

/** Adds a block after a paragraph of a text. */
export function addBlock(content: string, random: Random): string {
  const file = pickText(content, random);
  const lines = readLines(content, file);
  const at = random.pick(listProse(lines));
  const block = createBlock(random);
  lines.splice(at + 1, 0, '', path.basename(file) === 'ko.md' ? block.ko : block.en, '');
  writeFiles(content, { [file]: lines.join('\n') });
  return `a block after ${file}:${at + 1}`;
}

/** Changes the title of a text. */
export function editTitle(content: string, random: Random): string {
  const file = pickText(content, random);
  const { ko, en } = compound(random);
  const title = `title: ${path.basename(file) === 'ko.md' ? ko : en} ${random.below(1_000)}`;
  replaceIn(content, file, /^title: .*$/m, title);
  return `the title of ${file}`;
}

/** Gives an article other topics. */
export function editTopics(content: string, random: Random): string {
  const file = random.pick(
    listTexts(content).filter((text) => /^date: /m.test(readFileSync(path.join(content, text), 'utf8'))),
  );
  const topics = pickTopics(content, random);
  replaceIn(content, file, /^topics: .*\n/m, '');
  replaceIn(content, file, /^date: .*$/m, `$&\n${topics}`);
  return `${topics} in ${file}`;
}

/** Adds an article in two languages, with topics of the site and without links: generated ones lead to articles of a generated site. */
export function addArticle(content: string, random: Random): string {
  const files = createArticle(1, firstAdded + random.below(1_000_000));
  writeFiles(content, files);
  const topics = pickTopics(content, random);
  for (const file of Object.keys(files)) {
    replaceIn(content, file, /\[([^\]]*)\]\(\.\.\/[^)]*\)/g, '$1');
    replaceIn(content, file, /^topics: .*$/m, topics);
  }
  return `a new article, ${Object.keys(files).join(' and ')}`;
}

/** Picks one or two topics of the site, as a line of front matter. */
function pickTopics(content: string, random: Random): string {
  const ids = Object.keys(parse(readFileSync(path.join(content, 'topics.yaml'), 'utf8')) as object);
  const picked = random.shuffle(ids).slice(0, 1 + random.below(2));
  return `topics: [${picked.join(', ')}]`;
}

/** Lists the slugs of generated articles. */
export function listGenerated(content: string, added: 'all' | 'added' = 'all'): string[] {
  return readdirSync(path.join(content, 'articles'))
    .filter((slug) => Number(/-(\d+)$/.exec(slug)?.[1] ?? -1) >= (added === 'added' ? firstAdded : 0))
    .sort();
}

/** Renames an article, and changes links to it. */
export function renameArticle(content: string, random: Random, slug: string): string {
  const renamed = slug.replace(/^.*-(?=\d+$)/, `${compound(random).en.replaceAll(' ', '-')}-`);
  if (renamed === slug) return `${slug} keeps its name`;
  renameSync(path.join(content, 'articles', slug), path.join(content, 'articles', renamed));
  for (const file of listTexts(content)) {
    replaceIn(content, file, linksTo(slug), `[$1](../${renamed}/)`);
    replaceIn(content, file, namesOf(slug), `[[${renamed}$1]]`);
  }
  return `articles/${slug}, renamed to ${renamed}`;
}

/** Deletes an article, and removes links to it. */
export function deleteArticle(content: string, slug: string): string {
  rmSync(path.join(content, 'articles', slug), { recursive: true });
  removeLinksTo(content, slug);
  return `articles/${slug}, deleted`;
}

/** Removes all links to an article, but not their texts. */
export function removeLinksTo(content: string, slug: string): void {
  for (const file of listTexts(content)) {
    replaceIn(content, file, linksTo(slug), '$1');
    replaceIn(content, file, namesOf(slug), slug);
  }
}

/** Adds a block to the end of a text. */
export function appendBlock(content: string, file: string, block: string): void {
  writeFiles(content, { [file]: `${readFileSync(path.join(content, file), 'utf8')}\n${block}\n` });
}

/** Lists the locales in which an article has a text. */
export function localesOf(content: string, slug: string): string[] {
  return ['ko', 'en'].filter((locale) => existsSync(path.join(content, 'articles', slug, `${locale}.md`)));
}

/** Lists the texts of a content folder by relative path. */
export function listTexts(content: string): string[] {
  return listFiles(content).filter((file) => /(?:^|\/)[a-z]{2}\.md$/.test(file));
}

/** Replaces the matches of a pattern in a file of a content folder. Leaves a file without matches untouched. */
export function replaceIn(content: string, file: string, pattern: RegExp, replacement: string): void {
  const text = readFileSync(path.join(content, file), 'utf8');
  const replaced = text.replace(pattern, replacement);
  if (replaced !== text) writeFileSync(path.join(content, file), replaced);
}

function linksTo(slug: string): RegExp {
  return new RegExp(`\\[([^\\]]*)\\]\\(\\.\\./${RegExp.escape(slug)}/\\)`, 'g');
}

/** Matches links by name to an article. */
function namesOf(slug: string): RegExp {
  return new RegExp(`\\[\\[${RegExp.escape(slug)}(\\|[^\\]]*)?\\]\\]`, 'g');
}

/** Picks a text that has a paragraph. */
function pickText(content: string, random: Random): string {
  return random.pick(listTexts(content).filter((file) => listProse(readLines(content, file)).length > 0));
}

function readLines(content: string, file: string): string[] {
  return readFileSync(path.join(content, file), 'utf8').split('\n');
}

/** Lists the indexes of lines that are paragraphs by themselves, outside front matter, code and other blocks. */
function listProse(lines: readonly string[]): number[] {
  const start = lines.indexOf('---', 1) + 1;
  let fence = '';
  return lines.flatMap((line, index) => {
    const mark = /^\s*(`{3,}|~{3,}|\${2,}|:{3,})/.exec(line)?.[1] ?? '';
    if (mark !== '') fence = fence === '' ? mark : mark === fence ? '' : fence;
    const isAlone = (lines[index - 1] ?? '').trim() === '' && (lines[index + 1] ?? '').trim() === '';
    return index >= start && fence === '' && isAlone && /^\p{L}.{10,}$/u.test(line) ? [index] : [];
  });
}
