import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { suggest } from '../diagnostics/index.ts';
import { UsageError } from '../environment/index.ts';
import { commands, type Command } from './commands.ts';
import { explainFileError } from './file-error.ts';
import { root } from './root.ts';

// Compiling TypeScript takes a third of a second in every thread, and threads read the variable.
process.env.NODE_COMPILE_CACHE ??= path.join(root, 'node_modules/.cache/node');
enableCompileCache(process.env.NODE_COMPILE_CACHE);

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined;

if (command === undefined) {
  console.error(
    `${name === '' ? 'Missing command' : `Unknown command \`${name}\``}${suggest(name, Object.keys(commands))}`,
  );
  process.exitCode = 2;
} else if (args.includes('--help') || args.includes('-h')) {
  console.log(command.usage);
} else {
  try {
    process.exitCode = await command.run(args);
  } catch (error) {
    process.exitCode = reportError(error, command);
  }
}

/** Prints an error. Returns the exit code of the process: 2 for mistakes in the arguments. */
function reportError(error: unknown, { usage }: Command): number {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${usage}`);
    return 2;
  }
  const explained = isUserError(error) ? error : explainFileError(error);
  console.error(explained?.message ?? describeBug(error));
  return 1;
}

/** Returns whether the user can fix the cause of an error, so that its message is shown without a stack trace. */
function isUserError(error: unknown): error is Error {
  return error instanceof Error && ['CommandError', 'HostError', 'SettingsError'].includes(error.name);
}

/** Describes an error that the user can’t fix, with its stack trace for the bug report. */
function describeBug(error: unknown): string {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  return [
    `\`npm run ${name}\` failed: ${message}`,
    '  why  This is a bug in Narani, or a problem of the computer, such as a full disk.',
    '  fix  If it is not the computer, please report it with the following lines.',
    '',
    stack ?? '',
  ].join('\n');
}
