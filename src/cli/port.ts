import { parseArgs } from 'node:util';
import { CommandError } from './command-error.ts';

/** The port that the words of a command ask for (`--port 3000`, `3000`), else `PORT` in the environment, else 4321. */
export function readPort(words: string[], environment: NodeJS.ProcessEnv): number {
  const { values, positionals } = parseArgs({
    args: words,
    options: { port: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  });
  const asked =
    typeof values.port === 'string' ? values.port : (positionals[0] ?? environment.PORT ?? '4321');
  const port = Number(asked);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new CommandError(
    `Unexpected port \`${asked}\`, expected a number from 0 to 65535, as in \`-- --port 3000\``,
  );
}
