import { spawnSync } from 'node:child_process';

/** The tools of this machine: what they call themselves, or why there is nothing to compare with. */
export type Procps = { type: 'present'; ps: string; top: string } | { type: 'missing'; why: string };

/** The `ps` and `top` of this machine, if they are those of procps-ng and count in ticks of 10 ms. */
export function findProcps(): Procps {
  if (process.platform !== 'linux') return missing(`this is ${process.platform}, not Linux`);
  const ticks = say('getconf', 'CLK_TCK');
  if (ticks !== '100') return missing(`the clock here has ${ticks || 'an unknown number of'} ticks a second`);
  const ps = say('ps', '--version');
  if (!isProcps(ps)) return missing(`\`ps\` here is ${ps || 'none'}, not that of procps-ng`);
  // Until 4.0 the version was that of -v, and -V was no option.
  const top = [say('top', '-V'), say('top', '-v')].find(isProcps);
  if (top === undefined) return missing('`top` here is not that of procps-ng');
  return { type: 'present', ps, top };
}

/** What `ps` prints of each process in columns `%CPU` and `C`, by its id. */
export function askPs(pids: readonly number[]): Map<number, { cpu: string; c: string }> {
  const { stdout } = spawnSync('ps', ['-o', 'pid=,pcpu=,c=', '-p', pids.join(',')], {
    encoding: 'utf8',
    env: plainEnvironment,
  });
  return new Map(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .map(([pid, cpu = '', c = '']) => [Number(pid), { cpu, c }]),
  );
}

/** An environment in which the tools speak English and find no settings of whoever runs them. */
export const plainEnvironment = {
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TERM: 'dumb',
  HOME: '/nonexistent',
  XDG_CONFIG_HOME: '/nonexistent',
};

function missing(why: string): Procps {
  return { type: 'missing', why };
}

/** BusyBox, toybox and uutils have tools of the same names that count in other ways. */
function isProcps(said: string): boolean {
  return /procps-ng \d/.test(said);
}

/** The first line that a command has to say, where it can be run at all. */
function say(command: string, option: string): string {
  const { stdout, stderr } = spawnSync(command, [option], { encoding: 'utf8', env: plainEnvironment });
  // Neither is there when the command is not.
  return `${(stdout as string | null) ?? ''}${(stderr as string | null) ?? ''}`.trim().split('\n')[0] ?? '';
}
