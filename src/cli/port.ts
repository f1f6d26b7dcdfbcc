import { parseArguments, UsageError } from '../environment/index.ts';

/**
 * Returns the port given by the arguments (`--port 3000` or `3000`), else by `PORT` in the environment, else 4321.
 *
 * @throws UsageError
 */
export function parsePort(args: string[], environment: NodeJS.ProcessEnv): number {
  const { values, positionals } = parseArguments({
    args,
    options: { port: { type: 'string' } },
    allowPositionals: true,
  });
  const [first, ...others] = positionals;
  if (others.length > 0) throw new UsageError(others.map((each) => `Unexpected argument \`${each}\``));
  const given = values.port ?? first ?? environment.PORT ?? '4321';
  const port = Number(given);
  if (/^\d+$/.test(given) && port < 65_536) return port;
  throw new UsageError([
    `Unexpected port \`${given}\`, expected a number from 0 to 65535, as in \`-- --port 3000\``,
  ]);
}
