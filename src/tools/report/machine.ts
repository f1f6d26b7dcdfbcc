import { availableParallelism, cpus } from 'node:os';

/** When and on what something was measured. */
export type Machine = Record<'date' | 'cpu' | 'cores' | 'node' | 'chromium', string>;

/** This machine, now, with the browser that is measured in. */
export function describeMachine(chromiumVersion: string): Machine {
  return {
    date: new Date().toISOString(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: String(availableParallelism()),
    node: process.version,
    chromium: chromiumVersion,
  };
}

/** A machine in one line. */
export function formatMachine({ date, cpu, cores, node, chromium }: Machine): string {
  return `${date}  ${cpu}, ${cores} cores  Node ${node}  Chromium ${chromium}`;
}
