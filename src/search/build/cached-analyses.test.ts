import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cacheAnalyses } from './cached-analyses.ts';
import * as morphology from './morphology.ts';

vi.mock(import('./morphology.ts'), { spy: true });

const runs = ['가는', '각주를', '나누어', '만든', '음성사서함', '클러스터를', 'ㅋㅋ', '앉아서'];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'narani-analyses-'));
  vi.mocked(morphology.createAnalyzer).mockClear();
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function analyseWith(keeping: ReturnType<typeof cacheAnalyses>): Promise<morphology.Analysis[]> {
  return runs.map(await keeping(runs));
}

test('cached analyses equal fresh ones and don’t load the analyzer', async () => {
  const analyzer = await morphology.createAnalyzer();
  const fresh = runs.map(analyzer.analyze);
  expect(await analyseWith(cacheAnalyses(folder))).toEqual(fresh);
  vi.mocked(morphology.createAnalyzer).mockClear();
  expect(await analyseWith(cacheAnalyses(folder))).toEqual(fresh);
  expect(morphology.createAnalyzer).not.toHaveBeenCalled();
});

test('a new word invalidates only the analyses with its initial consonant', async () => {
  await cacheAnalyses(folder)(runs);
  const before = await readdir(folder);
  await cacheAnalyses(folder)([...runs, '나중에']);
  const added = (await readdir(folder)).filter((file) => !before.includes(file));
  expect(added).toHaveLength(1);
});

test('a corrupt cache file is replaced', async () => {
  const fresh = await analyseWith(cacheAnalyses(folder));
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    await writeFile(file, (await readFile(file)).subarray(0, -3));
  }
  expect(await analyseWith(cacheAnalyses(folder))).toEqual(fresh);
  expect(morphology.createAnalyzer).toHaveBeenCalledTimes(2);
});

test('analyses of another analyzer version are ignored', async () => {
  await cacheAnalyses(folder)(runs);
  const before = (await readdir(folder)).length;
  vi.mocked(morphology.digestAnalyzer).mockResolvedValueOnce('another');
  await cacheAnalyses(folder)(runs);
  expect((await readdir(folder)).length).toBe(2 * before);
});

test('a site without Korean loads no analyzer and caches nothing', async () => {
  await cacheAnalyses(folder)([]);
  expect(morphology.createAnalyzer).not.toHaveBeenCalled();
  expect(await readdir(folder)).toEqual([]);
});
