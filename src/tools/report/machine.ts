import { availableParallelism, cpus } from 'node:os';

/** The time of a measurement, and the hardware and software that it was made with. */
export interface Machine extends Record<'date' | 'cpu' | 'cores' | 'node', string> {
  /** Version of the browser, if one was used. */
  chromium?: string;
}

/** Describes this machine, with the current time and the version of the browser, if one is used. */
export function describeMachine(chromiumVersion?: string): Machine {
  return {
    date: new Date().toISOString(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: String(availableParallelism()),
    node: process.version,
    ...(chromiumVersion !== undefined && { chromium: chromiumVersion }),
  };
}

/** Formats the description of a machine as one line. */
export function formatMachine({ date, cpu, cores, node, chromium }: Machine): string {
  const browser = chromium === undefined ? '' : `  Chromium ${chromium}`;
  return `${date}  ${cpu}, ${cores} cores  Node ${node}${browser}`;
}
