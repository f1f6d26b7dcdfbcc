import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestFolder, writeFiles } from '../../tools/sites/run.ts';
import { runWithFault } from '../../testing/fault-point.ts';
import { restoreOutput, swapOutput, type Output } from './swap-output.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'narani-swap-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** Files of a folder published with Git: an earlier build and hidden files that no build wrote. */
const hidden = { '.git/HEAD': 'ref', '.git/objects/ab/cd': 'commit', '.env': 'own' };
const oldSite = {
  'index.html': 'old',
  'ko/index.html': 'old',
  'old/page.html': 'old',
  '.well-known/a': 'old',
};
const newSite = { 'index.html': 'new', 'ko/index.html': 'new', 'new/page.html': 'new', '.nojekyll': '' };
const manifests = {
  old: '.well-known\nindex.html\nko\nold\n',
  new: '.nojekyll\nindex.html\nko\nnew\n',
};

/**
 * Where a build keeps its temporary folders: beside the output folder, or inside; and an output folder in the image of a container, whose
 * folders can't be renamed.
 */
const places = {
  beside: (folder: string): Output => ({ folder, temporary: path.join(path.dirname(folder), '.dist.') }),
  inside: (folder: string): Output => ({ folder, temporary: path.join(folder, '.narani.') }),
  overlay: (folder: string): Output => ({ folder, temporary: path.join(path.dirname(folder), '.dist.') }),
};

type Place = keyof typeof places;

/** Creates an output folder with the old site, and a new site to replace it. */
function prepare(place: Place, name: string): Output & { next: string } {
  const output = places[place](path.join(root, name, 'dist'));
  writeFiles(output.folder, { ...hidden, ...oldSite, '.narani': manifests.old });
  const next = `${output.temporary}next-1`;
  writeFiles(next, newSite);
  return { ...output, next };
}

/** Returns the digests of these files. */
function expected(files: Readonly<Record<string, string>>): Record<string, string> {
  const folder = path.join(root, 'expected');
  rmSync(folder, { recursive: true, force: true });
  writeFiles(folder, files);
  return digestFolder(folder);
}

/** An operation of the file system that is not carried out, nor any later one: what a kill leaves. */
class Kill extends Error {}

/** Runs a function until it is killed before a step. Returns the number of its steps if it has fewer. */
function killAt(step: number, place: Place, { folder }: Output, run: () => void): number | undefined {
  const fault = (): never => {
    throw new Kill();
  };
  try {
    return runWithFault({ step, fault, fixed: place === 'overlay' ? folder : undefined }, run);
  } catch (error) {
    if (error instanceof Kill) return undefined;
    throw error;
  }
}

describe.each<Place>(['beside', 'inside', 'overlay'])('A swap (%s)', (place) => {
  const whole = (): Record<string, string> => expected({ ...hidden, ...newSite, '.narani': manifests.new });
  const old = (): Record<string, string> => expected({ ...hidden, ...oldSite, '.narani': manifests.old });

  test('replaces the old site and keeps hidden files that no build wrote', () => {
    const { next, ...output } = prepare(place, 'site');
    expect(killAt(1000, place, output, () => swapOutput(output, next))).toBeGreaterThan(12);
    rmSync(next, { recursive: true });
    expect(digestFolder(output.folder)).toEqual(whole());
    expect(readdirSync(path.dirname(output.folder))).toEqual(['dist']);
  });

  test('killed at any step leaves the old or the new site whole after the next start, and never loses hidden files', () => {
    const sites = [old(), whole()];
    let steps: number | undefined;
    for (let step = 0; steps === undefined; step += 1) {
      const { next, ...output } = prepare(place, String(step));
      steps = killAt(step, place, output, () => swapOutput(output, next));
      expect(digestFolder(output.folder)).toMatchObject(expected(hidden));
      restoreOutput(output);
      rmSync(next, { recursive: true });
      expect(sites, `killed before step ${step}`).toContainEqual(digestFolder(output.folder));
      expect(readdirSync(path.dirname(output.folder))).toEqual(['dist']);
    }
  });

  test('is undone even if that is killed at any step, too', () => {
    let undone = 0;
    // Steps in all phases of a swap; each combination takes a few milliseconds.
    for (let swapped = 2; swapped < 30; swapped += 4) {
      const { next, ...output } = prepare(place, `${swapped}`);
      if (killAt(swapped, place, output, () => swapOutput(output, next)) !== undefined) break;
      let steps: number | undefined;
      for (let step = 0; steps === undefined; step += 1) {
        const copy = places[place](path.join(root, `${swapped}-${step}`, 'dist'));
        cpSync(path.join(root, `${swapped}`), path.dirname(copy.folder), { recursive: true });
        steps = killAt(step, place, copy, () => {
          restoreOutput(copy);
        });
        restoreOutput(copy);
        rmSync(`${copy.temporary}next-1`, { recursive: true });
        expect(digestFolder(copy.folder), `killed before steps ${swapped} and ${step}`).toEqual(old());
        undone += 1;
      }
    }
    expect(undone).toBeGreaterThan(30);
  });
});

/** Starts a process that replaces a site and gets a signal before a step. It exits on SIGTERM, as a build does. */
function signalAt(step: number, signal: NodeJS.Signals, output: Output, next: string) {
  const url = (name: string): string => JSON.stringify(pathToFileURL(path.join(import.meta.dirname, name)));
  const program = `
    import { runWithFault } from ${url('../../testing/fault-point.ts')};
    import { swapOutput } from ${url('swap-output.ts')};
    process.on('SIGTERM', () => process.exit(143));
    const fault = () => process.kill(process.pid, '${signal}');
    runWithFault({ step: ${step}, fault }, () => swapOutput(${JSON.stringify(output)}, ${JSON.stringify(next)}));
    setTimeout(() => {}, 10_000);`;
  const {
    status,
    signal: ended,
    stderr,
  } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return status ?? ended;
}

test.each([5, 11])('A process that is killed before step %i leaves what can be restored', (step) => {
  const { next, ...output } = prepare('beside', 'site');
  expect(signalAt(step, 'SIGKILL', output, next)).toBe('SIGKILL');
  expect(digestFolder(output.folder)).not.toEqual(
    expected({ ...hidden, ...oldSite, '.narani': manifests.old }),
  );
  restoreOutput(output);
  expect(digestFolder(output.folder)).toEqual(expected({ ...hidden, ...oldSite, '.narani': manifests.old }));
});

test('A process that is terminated during a swap finishes it first', () => {
  const { next, ...output } = prepare('beside', 'site');
  expect(signalAt(6, 'SIGTERM', output, next)).toBe(143);
  expect(digestFolder(output.folder)).toEqual(expected({ ...hidden, ...newSite, '.narani': manifests.new }));
});

test('A swap creates an output folder that does not exist', () => {
  const output = places.beside(path.join(root, 'dist'));
  const next = `${output.temporary}next-1`;
  writeFiles(next, newSite);
  swapOutput(output, next);
  expect(digestFolder(output.folder)).toEqual(expected({ ...newSite, '.narani': manifests.new }));
});

test('A swap keeps a hidden file that no build wrote, and drops that of the new site', () => {
  const { next, ...output } = prepare('beside', 'site');
  writeFiles(output.folder, { '.nojekyll': 'mine' });
  expect(swapOutput(output, next)).toEqual(['.nojekyll']);
  const site = { ...newSite, '.nojekyll': 'mine', '.narani': 'index.html\nko\nnew\n' };
  expect(digestFolder(output.folder)).toEqual(expected({ ...hidden, ...site }));
});

test('A damaged manifest names nothing outside the output folder', () => {
  const { next, ...output } = prepare('beside', 'site');
  writeFiles(output.folder, { '.narani': '../other\n..\n/etc\nko/..\n' });
  mkdirSync(path.join(root, 'site/other'));
  swapOutput(output, next);
  expect(existsSync(path.join(root, 'site/other'))).toBe(true);
});
