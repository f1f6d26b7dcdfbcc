import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteCache } from '../../cache/index.ts';
import {
  buildSite,
  createBareSite,
  createFolder,
  digestFolder,
  fixtureSite,
  root,
  runCommand,
  startCommand,
  writeFiles,
} from '../../tools/sites/run.ts';

/** A content folder and the folder its site is built in. */
interface Site {
  content: string;
  output: string;
}

const hidden = { '.git/HEAD': 'ref: refs/heads/pages', '.git/objects/ab/cd': 'commit' };

/** Creates a site with an article of a name that other sites have, too, but with other words and another picture. */
function createSite(name: string, picture: string): Site {
  const content = createBareSite();
  const text = (title: string): string =>
    `---\ntitle: ${title}\ndescription: D\ndate: 2026-01-01\n---\n\n![A](./picture.png)\n`;
  const bytes = readFileSync(path.join(fixtureSite, 'articles', picture));
  writeFiles(content, {
    'articles/first/en.md': text(`First of ${name}`),
    'articles/first/picture.png': bytes,
    [`articles/${name}/en.md`]: text(name),
    [`articles/${name}/picture.png`]: bytes,
  });
  const output = path.join(createFolder(`${name}-out`), 'dist');
  writeFiles(output, hidden);
  return { content, output };
}

const build = async ({ content, output }: Site): Promise<void> => buildSite(content, output);

/** Starts a build of everything, and waits until it works on it. */
async function startBuild({ content, output }: Site): Promise<ChildProcess> {
  const child = startCommand(['build', '--clean'], { CONTENT_DIR: content, OUT_DIR: output });
  while (!existsSync(astroFolder(child)) && child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return child;
}

async function waitForEnd(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** Returns the folder for a build’s temporary files of Astro. */
function astroFolder({ pid = 0 }: ChildProcess): string {
  return path.join(root, `.astro/run-${pid}`);
}

/** Lists temporary folders of builds of these sites. */
function listTemporary(sites: readonly Site[]): string[] {
  return sites.flatMap(({ content, output }) => [
    ...readdirSync(path.dirname(output)).filter((name) => name !== 'dist'),
    ...readdirSync(siteCache(root, content)).filter((name) => name.startsWith('used-by-')),
  ]);
}

describe('Builds at the same time', () => {
  const sites = [createSite('apples', 'first/그림.png'), createSite('pears', 'rows/figure.png')] as const;
  const [apples, pears] = sites;
  let together: Record<string, string>[];

  beforeAll(async () => {
    await Promise.all(sites.map(build));
    together = sites.map(({ output }) => digestFolder(output));
  });

  afterAll(() => {
    for (const { content } of sites) rmSync(siteCache(root, content), { recursive: true });
  });

  test('of different content in one checkout build the sites that they build alone', async () => {
    for (const [index, site] of sites.entries()) {
      rmSync(siteCache(root, site.content), { recursive: true });
      await build(site);
      expect(digestFolder(site.output)).toEqual(together[index]);
    }
    expect(listTemporary(sites)).toEqual([]);
  });

  test('in one output folder: the second ends with a message, and the first is not disturbed', async () => {
    const first = await startBuild(apples);
    // Stopped, so that it is still running whenever the second one starts.
    first.kill('SIGSTOP');
    const second = await runCommand(['build'], { CONTENT_DIR: pears.content, OUT_DIR: apples.output });
    expect(second.code).toBe(1);
    expect(second.output).toContain(`Another build is writing this folder (process ${first.pid ?? ''})`);
    first.kill('SIGCONT');
    await waitForEnd(first);
    expect(first.exitCode).toBe(0);
    expect(digestFolder(apples.output)).toEqual(together[0]);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('ended by %s leave everything as it was', async (signal) => {
    const child = await startBuild(pears);
    child.kill(signal);
    await waitForEnd(child);
    expect(digestFolder(pears.output)).toEqual(together[1]);
    expect([listTemporary(sites), existsSync(astroFolder(child))]).toEqual([[], false]);
  });

  test('killed leave the site as it was, and the next build deletes their temporary folders', async () => {
    const child = await startBuild(pears);
    child.kill('SIGKILL');
    await waitForEnd(child);
    expect(digestFolder(pears.output)).toEqual(together[1]);
    expect(listTemporary(sites)).not.toEqual([]);
    await build(pears);
    expect([listTemporary(sites), existsSync(astroFolder(child))]).toEqual([[], false]);
    expect(digestFolder(pears.output)).toEqual(together[1]);
  });
});
