import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteCache } from '../../cache/index.ts';
import {
  buildSite,
  copyFixtureSite,
  createFolder,
  digestFolder,
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

/** Creates a site whose articles have the same names as those of another, but other words and pictures. */
function createSite(name: string): Site {
  const content = copyFixtureSite(name);
  const article = path.join(content, 'articles/first/en.md');
  writeFiles(content, {
    'articles/first/en.md': readFileSync(article, 'utf8').replace('title: ', `title: ${name} `),
    'articles/first/그림.png': readFileSync(path.join(content, 'articles/rows/figure.png')),
    [`articles/${name}/en.md`]: `---\ntitle: ${name}\ndescription: D\ndate: 2026-01-01\n---\n\n![A](./${name}.png)\n`,
    [`articles/${name}/${name}.png`]: readFileSync(path.join(content, 'articles/rows/figure.png')),
  });
  const output = path.join(createFolder(`${name}-out`), 'dist');
  writeFiles(output, hidden);
  return { content, output };
}

const build = async ({ content, output }: Site): Promise<void> => buildSite(content, output);

const start = ({ content, output }: Site): ChildProcess =>
  startCommand(['build'], { CONTENT_DIR: content, OUT_DIR: output });

/** Waits until a build has begun to write a site. Returns its temporary folders. */
async function waitForBuild({ output }: Site): Promise<void> {
  const parent = path.dirname(output);
  while (readdirSync(parent).length === 1) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Lists temporary folders of builds of these sites. */
function listTemporary(sites: readonly Site[]): string[] {
  return sites.flatMap(({ content, output }) => [
    ...readdirSync(path.dirname(output)).filter((name) => name !== 'dist'),
    ...readdirSync(siteCache(root, content)).filter((name) => name.startsWith('build-')),
  ]);
}

describe('Builds at the same time', () => {
  const sites = [createSite('apples'), createSite('pears')] as const;
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
    const first = start(apples);
    await waitForBuild(apples);
    const second = await runCommand(['build'], { CONTENT_DIR: pears.content, OUT_DIR: apples.output });
    expect(second.code).toBe(1);
    expect(second.output).toContain(`Another build is writing this folder (process ${first.pid ?? ''})`);
    if (first.exitCode === null) await once(first, 'exit');
    expect(first.exitCode).toBe(0);
    expect(digestFolder(apples.output)).toEqual(together[0]);
  });

  test.each(['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'ended by %s leave the site and its hidden files as they were',
    async (signal) => {
      const child = start(pears);
      await waitForBuild(pears);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      child.kill(signal);
      await once(child, 'exit');
      expect(digestFolder(pears.output)).toEqual(together[1]);
      if (signal !== 'SIGKILL') expect(listTemporary(sites)).toEqual([]);
    },
  );

  test('after killed ones sweep their temporary folders', async () => {
    const child = start(pears);
    await waitForBuild(pears);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(listTemporary([pears])).not.toEqual([]);
    await build(pears);
    expect(listTemporary(sites)).toEqual([]);
    expect(digestFolder(pears.output)).toEqual(together[1]);
    expect(existsSync(path.join(root, '.astro', `run-${child.pid ?? ''}`))).toBe(false);
  });
});
