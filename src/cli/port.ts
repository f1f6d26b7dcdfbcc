import { parseArgs } from 'node:util';
import { CommandError } from './command-error.ts';

/** Returns the port given by the arguments (`--port 3000` or `3000`), else by `PORT` in the environment, else 4321. */
export function parsePort(args: string[], environment: NodeJS.ProcessEnv): number {
  const { values, positionals } = parseArgs({
    args,
    options: { port: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  });
  const given =
    typeof values.port === 'string' ? values.port : (positionals[0] ?? environment.PORT ?? '4321');
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new CommandError(
    `Unexpected port \`${given}\`, expected a number from 0 to 65535, as in \`-- --port 3000\``,
  );
}
