import { cpSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Random } from '../generated/random.ts';
import { listFiles, removeCaches } from '../sites/run.ts';
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

/** Replaces all files by copies with other times and inodes, and removes the output: what a checkout has when only the cache is restored. */
export function checkOutAgain({ folder }: MeasuredProject): void {
  for (const part of ['src', 'public', 'content', 'package-lock.json', 'astro.config.mjs']) {
    const [file, old] = [path.join(folder, part), path.join(folder, `${part}.old`)];
    renameSync(file, old);
    cpSync(old, file, { recursive: true });
    rmSync(old, { recursive: true });
  }
  for (const output of ['dist', '.astro'])
    rmSync(path.join(folder, output), { recursive: true, force: true });
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
