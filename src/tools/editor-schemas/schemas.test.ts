import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { listEditorSchemas } from './schemas.ts';

const folder = path.resolve(import.meta.dirname, '../../../.vscode');
const schemas = listEditorSchemas();

test('The schemas for editors are those of the check; after a change, `npm run schemas` writes them again', () => {
  const written = readdirSync(path.join(folder, 'schemas')).map((name): [string, string] => [
    name,
    readFileSync(path.join(folder, 'schemas', name), 'utf8'),
  ]);
  expect(new Map(written)).toEqual(schemas);
});

describe('A schema for editors', () => {
  const parsed = [...schemas].map(([name, text]): [string, unknown] => [name, JSON.parse(text)]);

  test.each(parsed)('%s describes each of its keys', (_, schema) => {
    const undescribed: string[] = [];
    const walk = (value: unknown, at: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const { properties } = value as { properties?: Record<string, { description?: string }> };
      for (const [key, inner] of Object.entries(properties ?? {})) {
        const isLanguage = ['ko', 'en'].includes(key);
        if (inner.description === undefined && !isLanguage) undescribed.push(`${at}.${key}`);
      }
      for (const [key, inner] of Object.entries(value)) walk(inner, `${at}.${key}`);
    };
    walk(schema, '');
    expect(undescribed).toEqual([]);
  });

  test('is assigned to its files in VS Code', () => {
    const settings = JSON.parse(readFileSync(path.join(folder, 'settings.json'), 'utf8')) as {
      'yaml.schemas': Record<string, string | string[]>;
    };
    const assigned = Object.keys(settings['yaml.schemas']).map((name) => path.basename(name));
    expect(assigned.sort()).toEqual(
      [...schemas.keys()].filter((name) => name !== 'front-matter.schema.json').sort(),
    );
  });
});
