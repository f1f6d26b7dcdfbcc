import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from './commands.ts';
import { root } from './root.ts';

const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const scriptsOfCommands = Object.entries(scripts).filter(([, script]) => script.includes('src/cli/main.ts'));

test('each command has a script of its name, and each script a command', () => {
  expect(Object.fromEntries(scriptsOfCommands)).toEqual(
    Object.fromEntries(Object.keys(commands).map((name) => [name, `node src/cli/main.ts ${name}`])),
  );
});

describe.each(Object.entries(commands))('npm run %s', (name, load) => {
  test('has a help text that begins with how to call it', async () => {
    const { usage } = await load();
    expect(usage).toMatch(name === 'start' ? /^npm start/ : new RegExp(`^npm run ${name}`));
  });

  test('rejects an unknown option, with the closest one, before it does anything', async () => {
    const { run } = await load();
    await expect((async () => run(['--hepl']))()).rejects.toThrow(
      'Unknown option `--hepl`: did you mean `--help`?',
    );
  });
});
