import { availableParallelism, cpus } from 'node:os';

/** When and on what something was measured. */
export type Setting = Record<'date' | 'cpu' | 'cores' | 'node' | 'chromium', string>;

/** This machine, now, with the browser that is measured in. */
export function describeSetting(chromiumVersion: string): Setting {
  return {
    date: new Date().toISOString(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: String(availableParallelism()),
    node: process.version,
    chromium: chromiumVersion,
  };
}

/** A setting in one line. */
export function settingLine({ date, cpu, cores, node, chromium }: Setting): string {
  return `${date}  ${cpu}, ${cores} cores  Node ${node}  Chromium ${chromium}`;
}
