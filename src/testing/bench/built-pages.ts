import { globSync, readFileSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join, sep } from 'node:path';
import type { BuiltPage } from './page-types.ts';

/** Build the site into `directory`, unless it is there already. */
export function ensureBuild(directory: string): void {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return;
  console.log(`${directory}/ does not exist: building the site first.`);
  const { status } = spawnSync(process.execPath, ['src/cli/main.ts', 'build'], {
    stdio: 'inherit',
    env: { ...process.env, OUT_DIR: directory },
  });
  if (status !== 0) {
    throw new Error(
      'The build failed, so there is no page to measure.\n  fix  Correct what the build reports above.',
    );
  }
}

/** Every HTML page of a built site. */
export function readBuiltPages(directory: string): BuiltPage[] {
  return globSync('**/*.html', { cwd: directory }).map((path) => {
    const html = readFileSync(join(directory, path), 'utf8');
    return { path: path.replaceAll(sep, '/'), bytes: Buffer.byteLength(html), noindex: isNoindex(html) };
  });
}

function isNoindex(html: string): boolean {
  const robots = /<meta\b[^>]*\bname=["']?robots\b[^>]*>/i.exec(html);
  return robots?.[0].toLowerCase().includes('noindex') ?? false;
}
