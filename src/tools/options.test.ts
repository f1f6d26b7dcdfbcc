import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './sites/run.ts';

const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** Options of a tool: its script, and the module that has its help text and parses its arguments. */
const tools = Object.entries(scripts).flatMap(([script, command]) => {
  const [, folder] =
    /src\/tools\/((?!browser\b|sites\b)[\w-]+)\/(?!bench\.ts)[\w-]+\.ts$/.exec(command) ?? [];
  return folder === undefined ? [] : [{ script, file: path.join(import.meta.dirname, folder, 'options.ts') }];
});

interface OptionsModule {
  help: string;
  parseOptions: (args: string[], known: readonly string[]) => { help: boolean };
}

test('tools are found in package.json', () => {
  expect(tools.map(({ script }) => script)).toEqual(
    expect.arrayContaining(['bench', 'eval:search', 'shots']),
  );
});

describe.each(tools)('npm run $script', ({ script, file }) => {
  const load = async (): Promise<OptionsModule> => import(/* @vite-ignore */ file) as Promise<OptionsModule>;

  test('has a help text that begins with how to call it', async () => {
    const { help, parseOptions } = await load();
    expect(help.startsWith(`npm run ${script}`)).toBe(true);
    expect(parseOptions(['--help'], []).help).toBe(true);
  });

  test('rejects an unknown option, with the closest one', async () => {
    const { parseOptions } = await load();
    expect(() => parseOptions(['--hepl'], [])).toThrow('Unknown option `--hepl`: did you mean `--help`?');
  });
});
