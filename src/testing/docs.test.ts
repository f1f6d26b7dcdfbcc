import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { commands } from '../cli/commands.ts';
import { listEditorSchemas } from '../tools/editor-schemas/schemas.ts';

const root = path.resolve(import.meta.dirname, '../..');
const pages = [
  ...['README.md', 'README.ko.md', 'CONTRIBUTING.md', 'SECURITY.md', 'src/README.md'],
  ...readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((name): [string, string] => [name, readFileSync(path.join(root, name), 'utf8')]);

const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** Returns the text of a page without code. */
function withoutCode(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}

/** Returns the anchors of a page, as GitHub makes them from its headings. */
function anchorsOf(markdown: string): Set<string> {
  const slugger = new GithubSlugger();
  const headings = markdown.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6} (.+)$/gm);
  return new Set([...headings].map(([, text = '']) => slugger.slug(text.replace(/[`*]/g, ''))));
}

describe('The documentation', () => {
  test.each(pages)('%s names only commands that exist, with options that their help has', async (_, text) => {
    const unknown: string[] = [];
    for (const [written, name = '', rest = ''] of text.matchAll(/npm run ([\w:-]+)((?: -- [^`\n#&|]*)?)/g)) {
      if (name !== 'X' && scripts[name] === undefined) unknown.push(written);
      const { usage } = (await commands[name]?.()) ?? {};
      const options = rest.match(/(?<= )--[a-z][\w-]*/g) ?? [];
      if (usage !== undefined)
        unknown.push(...options.filter((option) => option !== '--help' && !usage.includes(option)));
    }
    expect(unknown).toEqual([]);
  });

  test.each(pages)('%s links only to files and headings that exist', (name, text) => {
    const broken = [...withoutCode(text).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].flatMap(
      ([, target = '']) => {
        const [file = '', anchor] = target.split('#');
        const full = file === '' ? path.join(root, name) : path.join(root, path.dirname(name), file);
        if (!existsSync(full)) return [target];
        const isBroken = anchor !== undefined && !anchorsOf(readFileSync(full, 'utf8')).has(anchor);
        return isBroken ? [target] : [];
      },
    );
    expect(broken).toEqual([]);
  });

  test.each(pages)('%s has only YAML that can be read', (_, text) => {
    const blocks = [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, yaml = '']) => yaml);
    expect(blocks.flatMap((yaml) => parseDocument(yaml).errors.map(({ message }) => message))).toEqual([]);
  });

  test('describes each key of front matter and of the settings', () => {
    const manual = pages.map(([, text]) => text).join('\n');
    const keys = [...listEditorSchemas().values()].flatMap((schema) =>
      [...schema.matchAll(/"properties": \{\n\s*"(\w+)"|^ {2,12}"(\w+)": \{$/gm)].flatMap(
        ([, first, other]) => first ?? other ?? [],
      ),
    );
    const structural = ['properties', 'items', 'propertyNames', 'additionalProperties', 'ko', 'en'];
    const isNamed = (key: string): boolean => new RegExp(`\`${key}\`|\\b${key}:`).test(manual);
    const missing = keys.filter((key) => !structural.includes(key) && !isNamed(key));
    expect([...new Set(missing)]).toEqual([]);
  });
});
