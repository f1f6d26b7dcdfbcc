import { existsSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Random } from '../generated/random.ts';
import { copySources, createFolder, listFiles, removeCaches } from '../sites/run.ts';
import { measureCommand, type Usage } from './measure-command.ts';

/** A copy of the project whose builds are measured. */
export interface MeasuredProject {
  folder: string;
  content: string;
  random: Random;
}

/** Builds a project. */
export async function build({ folder }: MeasuredProject): Promise<Usage> {
  return measureCommand(folder, ['src/cli/main.ts', 'build']);
}

/** Checks the content of a project. */
export async function check({ folder }: MeasuredProject): Promise<Usage> {
  return measureCommand(folder, ['src/cli/main.ts', 'check']);
}

/** Removes the output of a project and all caches. */
export function removeBuild({ folder }: MeasuredProject): void {
  removeCaches(folder);
  rmSync(path.join(folder, 'dist'), { recursive: true, force: true });
}

/** Replaces all sources by copies with other dates and inodes, and removes the output: what a checkout has when only the cache is restored. */
export function checkOutAgain({ folder }: MeasuredProject): void {
  const copy = createFolder('checkout');
  copySources(folder, copy);
  copySources(copy, folder);
  for (const output of [copy, path.join(folder, 'dist'), path.join(folder, '.astro')])
    rmSync(output, { recursive: true, force: true });
}

/** Builds a project unless it is built. */
export async function ensureBuilt(project: MeasuredProject): Promise<void> {
  if (!existsSync(path.join(project.folder, 'dist'))) await build(project);
}

/** The size of what a build writes. */
export interface OutputSize {
  /** Files of the built site, and their bytes. */
  files: number;
  bytes: number;
  cacheBytes: number;
}

/** Measures the output and the caches of a project. */
export function measureOutput({ folder }: MeasuredProject): OutputSize {
  const output = path.join(folder, 'dist');
  const cacheBytes = sizeOf(path.join(folder, 'node_modules/.astro'));
  return { files: existsSync(output) ? listFiles(output).length : 0, bytes: sizeOf(output), cacheBytes };
}

function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return listFiles(folder).reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
}
