import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Nodes, Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visitParents } from 'unist-util-visit-parents';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import ko from '../../locale/dictionaries/ko.ts';
import searchKo from '../../locale/dictionaries/search/ko.ts';
import { copyProject, listFiles, runCommand, writeFiles, type CommandResult } from '../../tools/sites/run.ts';

/**
 * Creates a copy of the project with a third language: an article, an entry in site.yaml, a dictionary in two files, and the words
 * of each figure that its text places. It is a pseudo-locale whose strings are their own keys in brackets; the text of the article is in brackets, too.
 * So any text outside brackets was hard-coded.
 */
async function createProject(): Promise<string> {
  const project = copyProject('da');
  writeFiles(project, await wordsOfFigures(project));
  const site = readFileSync(path.join(project, 'content/site.yaml'), 'utf8');
  writeFiles(project, {
    'src/locale/dictionaries/da.ts': `export default ${toSource(ko, [])};\n`,
    'src/locale/dictionaries/search/da.ts': `export default ${toSource(searchKo, ['search'])};\n`,
    'content/site.yaml': site.replace('locales: [ko, en]', 'locales: [ko, en, da]'),
    'content/articles/only-english/da.md':
      '---\ntitle: ⟦title⟧\ndescription: ⟦description⟧\ntranslates: { from: en }\n---\n\n## ⟦heading⟧\n\n⟦text⟧[^1]\n\n:::note\n⟦text⟧\n:::\n\n```text ins={1}\n⟦code⟧\n```\n\n| ⟦a⟧ |\n| --- |\n| ⟦b⟧ |\n\n::figure{name="ps-vs-top"}\n\n::figure{name="silent-voicemail"}\n\n[^1]: ⟦footnote⟧\n',
  });
  return project;
}

/** Creates the files with the words of the figures that the text in the third language places, by path. */
async function wordsOfFigures(project: string): Promise<Record<string, string>> {
  const folders = readdirSync(path.join(project, 'src/figures'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(path.join('words', 'ko.ts')) && !file.startsWith('childcare-'))
    .map((file) => path.join('src/figures', path.dirname(file)));
  const files = folders.map(async (folder): Promise<[string, string]> => {
    const file = pathToFileURL(path.join(project, folder, 'ko.ts')).href;
    const { default: words } = (await import(/* @vite-ignore */ file)) as { default: unknown };
    return [
      path.join(folder, 'da.ts'),
      `export default ${toSource(words, [path.basename(path.dirname(folder))])};\n`,
    ];
  });
  return Object.fromEntries(await Promise.all(files));
}

/** Converts a dictionary to source code in which each string is the path of its key in brackets. */
function toSource(value: unknown, keys: readonly string[]): string {
  const name = JSON.stringify(`⟦${keys.join('.')}⟧`);
  if (typeof value === 'function') return `() => ${name}`;
  if (typeof value !== 'object' || value === null) return name;
  if (Array.isArray(value))
    return `[${value.map((inner, index) => toSource(inner, [...keys, String(index)])).join(', ')}]`;
  const fields = Object.entries(value).map(
    ([key, inner]) => `${JSON.stringify(key)}: ${toSource(inner, [...keys, key])}`,
  );
  return `{ ${fields.join(', ')} }`;
}

const project = await createProject();

describe('A third language', () => {
  const output = path.join(project, 'dist');
  let result: CommandResult;

  beforeAll(async () => {
    result = await runCommand(['build'], { CONTENT_DIR: undefined, OUT_DIR: undefined }, project);
  });

  test('needs only content, a dictionary, the words of the figures that it places, and an entry in site.yaml', () => {
    expect(result.code, result.output).toBe(0);
    expect(result.output).not.toMatch(/: error: /);
  });

  test('has the same pages as the other languages', () => {
    const pages = (locale: string): string[] =>
      listFiles(path.join(output, locale)).filter(
        (file) => (file.endsWith('.html') && !file.includes('/side-by-side/')) || file === 'feed.xml',
      );
    expect(pages('da')).toEqual(pages('ko'));
  });

  test('has side-by-side pages with the languages in which an article is written', () => {
    const pairs = (locale: string): string[] =>
      listFiles(path.join(output, locale)).filter((file) => file.includes('/side-by-side/'));
    expect(pairs('da')).toEqual(['articles/only-english/side-by-side/en/index.html']);
    expect(pairs('en')).toContain('articles/only-english/side-by-side/da/index.html');
    expect(pairs('ko').join()).not.toContain('only-english');
  });

  test('is linked from lists in a language that an article lacks, which then do not say “only in” its source', () => {
    const rows = readFileSync(path.join(output, 'ko/articles/index.html'), 'utf8').split('<li>');
    const row = rows.find((each) => each.includes('/ko/articles/only-english/'));
    expect(row).toContain('hreflang="da"');
    expect(row).not.toContain(ko.onlyIn('영어'));
  });

  test('links to the other languages of its articles with hreflang, and shares their anchors', () => {
    const page = readFileSync(path.join(output, 'da/articles/only-english/index.html'), 'utf8');
    expect(page).toContain('<html lang="da">');
    expect(page).toContain('hreflang="en" href="https://example.org/kb/en/articles/only-english/"');
    expect(page).toContain('id="a-heading"');
  });

  test('has no interface text outside its dictionary', () => {
    const files = listFiles(path.join(output, 'da')).filter((file) => file.endsWith('.html'));
    const known = contentTexts(path.join(project, 'content'));
    const hardCoded = files.flatMap((file) =>
      findHardCoded(readFileSync(path.join(output, 'da', file), 'utf8'), known).map(
        (text) => `${file}: ${text}`,
      ),
    );
    expect(hardCoded).toEqual([]);
  });

  test.each(['index.html', '404.html', 'da/404.html'])(
    'has a section in %s, with text from its dictionary only',
    (file) => {
      const html = readFileSync(path.join(output, file), 'utf8');
      expect(textsIn(html).length).toBeGreaterThan(0);
      expect(findHardCoded(html, contentTexts(path.join(project, 'content')))).toEqual([]);
    },
  );
});

/**
 * Lists Danish texts that are not in brackets, not from the content of the site, and not numbers, symbols or the name of the
 * language. Only white space may separate brackets, because punctuation depends on the language, too.
 */
function findHardCoded(html: string, known: ReadonlySet<string>): string[] {
  return textsIn(html).filter(
    (text) =>
      !known.has(text) &&
      text !== 'Dansk' &&
      !/^⟦[^⟧]*⟧(?:\s⟦[^⟧]*⟧)*$/.test(text) &&
      !/^[\d#↩→]+$/.test(text),
  );
}

/** Lists the texts of a page in Danish: text nodes, title, descriptions, and attributes that are shown or read out. */
function textsIn(html: string): string[] {
  const words: string[] = [];
  visitParents(fromHtml(html), (node, ancestors) => {
    if (ancestors.some(isFigure) && !isTranslatable(node, ancestors)) return;
    const around = [...ancestors, node].filter((each) => each.type === 'element');
    const lang = around.map(({ properties }) => properties.lang).findLast((each) => each !== undefined);
    if (lang !== 'da') return;
    if (node.type === 'element') words.push(...attributesOf(node.tagName, node.properties));
    if (node.type !== 'text') return;
    const tag = around.at(-1)?.tagName ?? '';
    if (tag === 'title') words.push(...node.value.split(' · '));
    else if (!['script', 'style', 'time'].includes(tag)) words.push(node.value);
  });
  return words.map((text) => text.trim()).filter((text) => text !== '');
}

function isFigure(node: Nodes): boolean {
  return node.type === 'element' && node.tagName.startsWith('narani-');
}

/**
 * Returns whether a node in a figure is translatable. Output of programs, numbers, symbols, names such as `RTP` and `ps`, and SIP
 * responses such as `180 Ringing` are the same in every language.
 */
function isTranslatable(node: Nodes, ancestors: readonly Nodes[]): boolean {
  const isPrinted = (each: Nodes): boolean =>
    each.type === 'element' &&
    (['code', 'kbd', 'pre', 'samp'].includes(each.tagName) ||
      (Array.isArray(each.properties.className) && each.properties.className.includes('mono')));
  if (ancestors.some(isPrinted)) return false;
  const isName = (text: string): boolean => /^(?:(?:ps|top)(?: [\d.]+%)?|[1-6]\d\d [A-Z].*)$/.test(text);
  return node.type !== 'text' || (/\p{Ll}|\p{Lo}/u.test(node.value) && !isName(node.value));
}

function attributesOf(tagName: string, properties: Properties): string[] {
  const { name, property, content } = properties;
  const isShown =
    tagName === 'meta' &&
    (name === 'description' || /^og:(?!type$|url$|image$|image:(?:width|height)$)/.test(String(property)));
  const values = ['ariaLabel', 'title', 'alt', 'placeholder'].map((key) => properties[key]);
  return [...values, ...(isShown ? [content] : [])].filter((value) => typeof value === 'string');
}

/** Lists all texts in settings and front matter of a content folder, which are the fallback where there is no Danish. */
function contentTexts(content: string): Set<string> {
  const values = listFiles(content).flatMap((file) => {
    const text = readFileSync(path.join(content, file), 'utf8');
    if (file.endsWith('.yaml')) return stringsIn(parse(text));
    return file.endsWith('.md') ? stringsIn(parse(/^---\n([\s\S]*?)\n---$/m.exec(text)?.[1] ?? '')) : [];
  });
  return new Set(values);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
