import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The time and memory that a command used. */
export interface Usage {
  /** Wall time in milliseconds. */
  wallMs: number;
  /** CPU time of the command and all its children, user and system, in milliseconds; `undefined` if it was not measured. */
  cpuMs: number | undefined;
  /** The largest sum of the resident memory of all its processes, in bytes; `undefined` if the system does not tell. */
  peakBytes: number | undefined;
}

/** Interval at which memory is sampled, in milliseconds. */
const sampleInterval = 50;

/**
 * Runs a program of Node in a folder, with these arguments, and measures it. Throws an error with its output if it fails.
 *
 * A process of Node can't read the CPU time of its children. A shell can: `times` (POSIX) prints that of all children that
 * have ended, and of their children in turn.
 */
export async function measureCommand(directory: string, args: readonly string[]): Promise<Usage> {
  const script = '"$@"; code=$?; times >&3; exit $code';
  const start = performance.now();
  const child = spawn('sh', ['-c', script, 'sh', process.execPath, ...args], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const stopSampling = sampleMemory(child.pid ?? 0);
  let [output, times] = ['', ''];
  child.stdout?.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (output += text.toString()));
  child.stdio[3]?.on('data', (text: Buffer) => (times += text.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [wallMs, peakBytes] = [performance.now() - start, stopSampling()];
  if (code !== 0) throw new Error(`\`node ${args.join(' ')}\` failed:\n${output}`);
  return { wallMs, cpuMs: parseTimes(times), peakBytes };
}

/**
 * Parses the output of `times`: user and system time of the shell, then those of its children. Returns the sum of the latter in
 * milliseconds.
 *
 * @example
 * parseTimes('0m0.00s 0m0.00s\n1m2.50s 0m1.25s\n') // 63750
 */
export function parseTimes(times: string): number {
  const [, children = ''] = times.trim().split('\n');
  const parsed = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60_000 + Number(seconds) * 1_000,
  );
  if (parsed.length !== 2) throw new Error(`Unexpected output of \`times\`: ${JSON.stringify(times)}`);
  return parsed.reduce((sum, ms) => sum + ms);
}

/** Samples the memory of a process and its descendants. Returns a function that ends this and returns the largest sum, in bytes. */
export function sampleMemory(pid: number): () => number | undefined {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, readMemory(pid));
  }, sampleInterval);
  return () => {
    clearInterval(timer);
    return peak === 0 ? undefined : peak;
  };
}

/** Returns the resident memory of a process and its descendants, in bytes; 0 on systems other than Linux, which have no `/proc`. */
function readMemory(pid: number): number {
  const processes = new Map(listProcesses().map((each) => [each.pid, each]));
  const isDescendant = (id: number): boolean =>
    id === pid || (processes.has(id) && isDescendant(processes.get(id)?.parent ?? 0));
  return [...processes.values()]
    .filter((each) => isDescendant(each.pid))
    .reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Size of a page of memory in bytes, as on x86-64 and most ARM systems. */
const pageBytes = 4096;

/** Lists all processes with their parents and resident memory: fields 4 and 24 of `/proc/<pid>/stat` (proc(5)). */
function listProcesses(): { pid: number; parent: number; bytes: number }[] {
  return listNumbers('/proc').flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The second field is the name of the program in parentheses, and can contain spaces.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return [{ pid, parent: Number(fields[1]), bytes: Number(fields[21]) * pageBytes }];
    } catch {
      // The process has ended.
      return [];
    }
  });
}

function listNumbers(folder: string): number[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}
