import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { commands } from '../cli/commands.ts';
import { downloadExtensions } from '../model/index.ts';
import { listFiles, root } from '../tools/sites/run.ts';
import { hasFoundingArticles } from './founding-articles.ts';
import { listExamples, listPages, listRows, readPage, withoutBlocks } from './manual.ts';

const pages = listPages();

const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** Returns the anchors of a page, as GitHub makes them from its headings. */
function anchorsOf(markdown: string): Set<string> {
  const slugger = new GithubSlugger();
  const headings = withoutBlocks(markdown).matchAll(/^#{1,6} (.+)$/gm);
  return new Set([...headings].map(([, text = '']) => slugger.slug(text.replace(/[`*]/g, ''))));
}

/** The options of a development tool. */
interface Tool {
  help: string;
  parseOptions: (args: readonly string[], known: readonly string[]) => unknown;
}

/** Loads the options of the tool that a script runs, or `undefined` if it runs none. */
async function findTool(script: string): Promise<Tool | undefined> {
  const [, tool] = /src\/tools\/([\w-]+)\/(?!bench\.)[\w-]+\.ts$/.exec(scripts[script] ?? '') ?? [];
  const file = path.join(root, 'src/tools', tool ?? '', 'options.ts');
  if (tool === undefined || !existsSync(file)) return undefined;
  return import(/* @vite-ignore */ file) as Promise<Tool>;
}

/** Returns what is wrong with a use of a command: it doesn’t exist, or lacks an option. */
async function findMistakes(name: string, words: readonly string[]): Promise<string[]> {
  if (scripts[name] === undefined) return [`npm run ${name}`];
  const command = await commands[name]?.();
  const options = words.filter((word) => /^--[a-z]/.test(word) && word !== '--help');
  if (command !== undefined) return options.filter((option) => !command.usage.includes(option));
  const tool = await findTool(name);
  // Throws if the tool would refuse the words.
  if (words.length > 0) tool?.parseOptions(words, words);
  return [];
}

/** The names of all rules in the code, and the parts before their slash. */
const rules = findRules();

function findRules(): { names: Set<string>; families: Set<string | undefined> } {
  const files = listFiles(path.join(root, 'src')).filter((file) => /(?<!\.test)\.ts$/.test(file));
  const code = files.map((file) => readFileSync(path.join(root, 'src', file), 'utf8')).join('\n');
  const names = [...code.matchAll(/'([a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*)'/g)].map(
    ([, name = '']) => name,
  );
  const families = [...code.matchAll(/rule: '([a-z-]+)\//g)].map(([, family]) => family);
  return { names: new Set(names), families: new Set(families) };
}

/** Returns whether a file is one of Narani’s own articles, in a checkout that doesn’t have them any more. */
function isDeletedArticle(file: string): boolean {
  return !hasFoundingArticles && file.startsWith(path.join(root, 'content/articles/'));
}

describe('The documentation', () => {
  test.each(pages)('$name names only commands that exist, with options that they have', async ({ text }) => {
    const mistakes: string[] = [];
    for (const [, name = '', rest = ''] of text.matchAll(/npm run ([\w:-]+)(?: --( [^`\n#&|]*))?/g)) {
      const words = rest.split(/\s+/).filter((word) => word !== '');
      if (name !== 'X') mistakes.push(...(await findMistakes(name, words)));
    }
    expect(mistakes).toEqual([]);
  });

  test.each(pages)('$name links only to files and headings that exist', ({ name, text }) => {
    const prose = withoutBlocks(text).replace(/`[^`\n]*`/g, '');
    const links = [...prose.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)];
    const broken = links.flatMap(([, target = '']) => {
      const [file = '', anchor] = target.split('#');
      const full = file === '' ? path.join(root, name) : path.join(root, path.dirname(name), file);
      if (!existsSync(full)) return isDeletedArticle(full) ? [] : [target];
      const isBroken = anchor !== undefined && !anchorsOf(readFileSync(full, 'utf8')).has(anchor);
      return isBroken ? [target] : [];
    });
    expect(broken).toEqual([]);
  });

  test.each(pages)('$name has only YAML that can be read', (page) => {
    const blocks = listExamples(page, 'yaml');
    expect(blocks.flatMap(({ code }) => parseDocument(code).errors.map(({ message }) => message))).toEqual(
      [],
    );
  });

  test.each(pages)('$name names only rules that exist', ({ text }) => {
    const code = [...text.matchAll(/`([a-z]+(?:-[a-z]+)*)\/([a-z]+(?:-[a-z]+)*)`/g)];
    const unknown = code.filter(([, family, name]) => {
      return rules.families.has(family) && !rules.names.has(`${family ?? ''}/${name ?? ''}`);
    });
    expect(unknown.map(([written]) => written)).toEqual([]);
  });

  test('docs/site.md names all snippets', () => {
    const snippets = readFileSync(path.join(root, '.vscode/narani.code-snippets'), 'utf8');
    const names = [...snippets.matchAll(/"prefix": "(\w+)"/g)].map(([, name = '']) => name);
    const [, listed = ''] = /snippets for texts: ([^.]+)\./.exec(readPage('docs/site.md').text) ?? [];
    expect([...listed.matchAll(/`(\w+)`/g)].map(([, name]) => name).toSorted()).toEqual(names.toSorted());
  });

  test('docs/writing.md lists the files that can be downloaded', () => {
    const rows = listRows(readPage('docs/writing.md'), ['Downloads']);
    const extensions = rows.flatMap((row) => (row.extensions ?? '').split(', '));
    expect(extensions.toSorted()).toEqual(downloadExtensions.toSorted());
  });

  test('README.ko.md has the sections, examples, tables and links of README.md, in the same order', () => {
    const shapeOf = (name: string): unknown => {
      const { text } = readPage(name);
      const lines = text.split('\n');
      const targets = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
      return {
        headings: lines.flatMap((line) => /^#+ /.exec(line) ?? []),
        examples: text.match(/^```[\s\S]*?^```/gm),
        rows: lines.filter((line) => line.startsWith('|')).map((line) => line.match(/`[^`]+`|[\d.]+/g)?.[0]),
        links: targets.filter((target) => !/^README|writing-guide/.test(target)).toSorted(),
      };
    };
    expect(shapeOf('README.ko.md')).toEqual(shapeOf('README.md'));
  });

  test('docs/README.md leads to every page', () => {
    const { text: manual } = readPage('docs/README.md');
    const missing = pages.filter(
      ({ name }) => name.startsWith('docs/') && !manual.includes(`](${path.basename(name)})`),
    );
    expect(missing.map(({ name }) => name)).toEqual(['docs/README.md']);
  });
});
