import { build } from './build.ts';
import { check } from './check.ts';
import { dev } from './dev.ts';
import { importFolder } from './import.ts';
import { serve } from './serve.ts';
import { start } from './start.ts';
import { translate } from './translate.ts';

/** What each word after `main.ts` does; gives the code the program ends with. */
const commands: Readonly<Record<string, (words: string[]) => number | Promise<number>>> = {
  build,
  check,
  dev,
  import: importFolder,
  serve,
  start,
  translate,
};

const [name = '', ...words] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;

if (command === undefined) {
  console.error(`Unexpected command \`${name}\`, expected one of ${Object.keys(commands).join(', ')}`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await command(words);
  } catch (error) {
    if (!isForUser(error)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Whether an error is one its user can put right, so that its message is all there is to say. */
function isForUser(error: unknown): error is Error {
  return error instanceof Error && ['CommandError', 'HostError', 'SettingsError'].includes(error.name);
}
