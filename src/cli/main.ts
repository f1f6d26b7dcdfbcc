import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { explainFileError } from './file-error.ts';
import { root } from './root.ts';

// Compiling TypeScript takes a third of a second in every thread, and threads read the variable.
process.env.NODE_COMPILE_CACHE ??= path.join(root, 'node_modules/.cache/node');
enableCompileCache(process.env.NODE_COMPILE_CACHE);

interface Command {
  /** Runs the command and returns the exit code of the process. */
  run: (args: string[]) => number | Promise<number>;
  /** The help text. Its first line shows how to call the command. */
  usage: string;
}

/** Loads each command on its own, as the code of others takes longer to load than an unchanged site to build. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () =>
    import('./serve.ts').then(({ start, startUsage }) => ({ run: start, usage: startUsage })),
  dev: async () => import('./dev.ts').then(({ dev, usage }) => ({ run: dev, usage })),
  build: async () => import('./build.ts').then(({ build, usage }) => ({ run: build, usage })),
  serve: async () =>
    import('./serve.ts').then(({ serve, serveUsage }) => ({ run: serve, usage: serveUsage })),
  check: async () => import('./check.ts').then(({ check, usage }) => ({ run: check, usage })),
  import: async () => {
    const [{ importFolder }, { usage }] = await Promise.all([
      import('./import.ts'),
      import('./import/options.ts'),
    ]);
    return { run: importFolder, usage };
  },
  rename: async () => import('./rename.ts').then(({ rename, usage }) => ({ run: rename, usage })),
  translate: async () => {
    const [{ translate }, { usage }] = await Promise.all([
      import('./translate.ts'),
      import('./translate/options.ts'),
    ]);
    return { run: translate, usage };
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined;

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
