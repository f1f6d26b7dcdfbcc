import { build, usage as buildUsage } from './build.ts';
import { check, usage as checkUsage } from './check.ts';
import { dev, usage as devUsage } from './dev.ts';
import { explainFileError } from './file-error.ts';
import { importFolder } from './import.ts';
import { usage as importUsage } from './import/options.ts';
import { serve, serveUsage, start, startUsage } from './serve.ts';
import { translate } from './translate.ts';
import { usage as translateUsage } from './translate/options.ts';

interface Command {
  /** Runs the command and returns the exit code of the process. */
  run: (args: string[]) => number | Promise<number>;
  /** The help text. Its first line shows how to call the command. */
  usage: string;
}

const commands: Readonly<Record<string, Command>> = {
  start: { run: start, usage: startUsage },
  dev: { run: dev, usage: devUsage },
  build: { run: build, usage: buildUsage },
  serve: { run: serve, usage: serveUsage },
  check: { run: check, usage: checkUsage },
  import: { run: importFolder, usage: importUsage },
  translate: { run: translate, usage: translateUsage },
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;

if (command === undefined) {
  console.error(
    `${name === '' ? 'Missing command' : `Unknown command \`${name}\``}, expected one of ${Object.keys(commands).join(', ')}`,
  );
  process.exitCode = 2;
} else if (args.includes('--help') || args.includes('-h')) {
  console.log(command.usage);
} else {
  try {
    process.exitCode = await command.run(args);
  } catch (error) {
    const explained = isUserError(error) ? error : explainFileError(error);
    console.error(explained?.message ?? describeBug(error));
    process.exitCode = 1;
  }
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
