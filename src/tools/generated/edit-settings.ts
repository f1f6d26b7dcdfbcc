import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument, type Document } from 'yaml';
import type { Random } from './random.ts';
import { createTerm } from './site.ts';
import { name } from './words.ts';

/** Adds a term to the glossary, or removes one. */
export function editTerms(content: string, random: Random): string {
  const id = `term-${random.below(30)}`;
  const file = path.join(content, 'glossary.yaml');
  if (!existsSync(file)) writeFileSync(file, '{}\n');
  const glossary = readYaml(content, 'glossary.yaml');
  const isRemoved = glossary.delete(id);
  if (!isRemoved) glossary.set(id, createTerm(random));
  writeFileSync(file, glossary.toString());
  return `${id} in glossary.yaml, ${isRemoved ? 'removed' : 'added'}`;
}

/** Changes the name or the description of a topic. */
export function editTopicList(content: string, random: Random): string {
  const id = random.pick(Object.keys(readYaml(content, 'topics.yaml').toJS() as object));
  const field = random.pick(['label', 'description']);
  const words = name(random);
  const locale = random.pick(['ko', 'en'] as const);
  editYaml(content, 'topics.yaml', [id, field, locale], words[locale]);
  return `the ${field} of ${id} in topics.yaml`;
}

/** Gives the site another logo, or none. */
export function editLogo(content: string, random: Random): string {
  const file = path.join(content, 'logo.svg');
  const site = readYaml(content, 'site.yaml');
  const isRemoved = site.has('logo') && random.below(3) === 0;
  if (isRemoved) site.delete('logo');
  else {
    const radius = 8 + random.below(8);
    site.set('logo', 'logo.svg');
    writeFileSync(
      file,
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="${radius}"/></svg>\n`,
    );
  }
  writeFileSync(path.join(content, 'site.yaml'), site.toString());
  return isRemoved ? 'logo in site.yaml, removed' : 'logo.svg';
}

/** Changes a setting of the site. */
export function editSettings(content: string, random: Random): string {
  const word = name(random);
  const [keys, values] = random.pick<readonly [readonly string[], readonly unknown[]]>([
    [['name', 'ko'], [word.ko]],
    [['description', 'en'], [word.en]],
    [['author', 'name'], [word.en]],
    [['base'], ['/', '/kb/', '/a/b/']],
    [['origin'], ['https://example.org', 'https://other.example']],
    [['timezone'], ['UTC', 'Asia/Seoul', 'America/New_York']],
    [
      ['locales'],
      [
        ['ko', 'en'],
        ['en', 'ko'],
      ],
    ],
    [['precompress'], [true, false]],
    [['searchFiles'], [100, 20_000]],
    [['embeds'], [{}, { counter: { script: 'https://count.example/a.js' } }]],
    [['accent'], ['#0b1f4d', '#ffd400', '#ff0000']],
    [['editUrl'], ['https://code.example/edit/{path}', 'https://code.example/{path}']],
  ]);
  const value = random.pick(values);
  editYaml(content, 'site.yaml', keys, value);
  return `${keys.join('.')} in site.yaml: ${JSON.stringify(value)}`;
}

function editYaml(content: string, file: string, keys: readonly string[], value: unknown): void {
  const document = readYaml(content, file);
  document.setIn(keys, value);
  writeFileSync(path.join(content, file), document.toString());
}

function readYaml(content: string, file: string): Document {
  return parseDocument(readFileSync(path.join(content, file), 'utf8'));
}
