import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { visitParents } from 'unist-util-visit-parents';
import { beforeAll, describe, expect, test } from 'vitest';
import ko from '../../locale/dictionaries/ko.ts';
import { createFolder, listFiles, root, runCommand, writeFiles, type Ended } from './run.ts';

/**
 * A copy of the project with a third language: a text, a line in site.yaml and a dictionary. The dictionary's strings are
 * their own keys in brackets, and so is the text: whatever of its pages stands outside brackets was never in a dictionary.
 */
function createProject(): string {
  const project = createFolder('da');
  for (const part of [
    'src',
    'public',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ]) {
    cpSync(path.join(root, part), path.join(project, part), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(project, 'node_modules'));
  cpSync(path.join(root, 'src/testing/fixtures/site'), path.join(project, 'content'), { recursive: true });
  const site = readFileSync(path.join(project, 'content/site.yaml'), 'utf8');
  writeFiles(project, {
    'src/locale/dictionaries/da.ts': `export default ${toSource(ko, [])};\n`,
    'content/site.yaml': site.replace('locales: [ko, en]', 'locales: [ko, en, da]'),
    'content/articles/only-english/da.md':
      '---\ntitle: ⟦title⟧\ndescription: ⟦description⟧\ntranslates: { from: en }\n---\n\n## ⟦heading⟧\n\n⟦text⟧[^1]\n\n:::note\n⟦text⟧\n:::\n\n```text ins={1}\n⟦code⟧\n```\n\n| ⟦a⟧ |\n| --- |\n| ⟦b⟧ |\n\n[^1]: ⟦footnote⟧\n',
  });
  return project;
}

/** A dictionary as source text whose every string is the path of its key in brackets. */
function toSource(value: unknown, keys: readonly string[]): string {
  const name = JSON.stringify(`⟦${keys.join('.')}⟧`);
  if (typeof value === 'function') return `() => ${name}`;
  if (typeof value !== 'object' || value === null) return name;
  const fields = Object.entries(value).map(([key, inner]) => `${key}: ${toSource(inner, [...keys, key])}`);
  return `{ ${fields.join(', ')} }`;
}

describe('A third language', () => {
  const project = createProject();
  const output = path.join(project, 'dist');
  let ended: Ended;

  beforeAll(async () => {
    ended = await runCommand(['build'], { CONTENT_DIR: undefined, OUT_DIR: undefined }, project);
  });

  test('is content, one dictionary and one line in site.yaml', () => {
    expect(ended.said).not.toContain('rror');
    expect(ended.code).toBe(0);
  });

  test('has every page that the others have', () => {
    const pages = (locale: string): string[] =>
      listFiles(path.join(output, locale)).filter((file) => file.endsWith('.html') || file === 'feed.xml');
    expect(pages('da')).toEqual(pages('ko'));
  });

  test('is tied to the other languages of its texts', () => {
    const page = readFileSync(path.join(output, 'da/articles/only-english/index.html'), 'utf8');
    expect(page).toContain('<html lang="da">');
    expect(page).toContain('hreflang="en" href="https://example.org/kb/en/articles/only-english/"');
    expect(page).toContain('id="a-heading"');
  });

  test('shows in its interface nothing that is not in its dictionary', () => {
    const pages = listFiles(path.join(output, 'da')).filter((file) => file.endsWith('.html'));
    const strays = pages.flatMap((file) =>
      findStrays(readFileSync(path.join(output, 'da', file), 'utf8')).map((text) => `${file}: ${text}`),
    );
    expect(strays).toEqual([]);
  });
});

/** Words of a page in the page's own language that are neither in brackets, nor the site's content, nor figures. */
function findStrays(html: string): string[] {
  const strays: string[] = [];
  visitParents(fromHtml(html), (node, ancestors) => {
    const elements = ancestors.filter((each) => each.type === 'element');
    const isForeign = elements.some(
      ({ tagName, properties }) => tagName !== 'html' && properties.lang !== undefined,
    );
    if (isForeign) return;
    if (node.type === 'element' && node.properties.lang === undefined)
      strays.push(...attributesOf(node.properties));
    if (node.type !== 'text') return;
    if (elements.some(({ tagName }) => ['script', 'style', 'title', 'time'].includes(tagName))) return;
    strays.push(node.value);
  });
  const known = [...content, '#', '↩', '1', '2026', '2025', 'Dansk'];
  return strays
    .map((text) => text.trim())
    .filter((text) => text !== '' && !known.includes(text) && !/^(?:⟦[^⟧]*⟧\s*)+(?:\d+)?$/.test(text));
}

function attributesOf(properties: Readonly<Record<string, unknown>>): string[] {
  return ['ariaLabel', 'title', 'alt', 'placeholder'].flatMap((name) => {
    const value = properties[name];
    return typeof value === 'string' ? [value] : [];
  });
}

/** Texts of the fixture's site.yaml and topics.yaml, which have no Danish and so stand in for it. */
const content = [
  '시험 사이트',
  '시험에 쓰는 작은 사이트',
  '저장소',
  '낱말',
  '말에 관한 글',
  '빈 주제',
  '글이 없는 주제',
];
