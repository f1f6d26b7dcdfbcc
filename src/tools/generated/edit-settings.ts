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
