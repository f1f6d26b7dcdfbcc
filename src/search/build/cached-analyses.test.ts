import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
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

test('cached analyses equal fresh ones whatever earlier builds have analyzed', async () => {
  const analyzer = await morphology.createAnalyzer();
  const versions = fc.array(fc.subarray(runs), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(versions, async (builds) => {
      const cache = await mkdtemp(path.join(folder, 'builds-'));
      for (const build of builds) {
        const analysisOf = await cacheAnalyses(cache)(build);
        expect(build.map(analysisOf)).toEqual(build.map(analyzer.analyze));
      }
    }),
    { numRuns: 30 },
  );
});

test('only a new word is analyzed', async () => {
  await cacheAnalyses(folder)(runs);
  const analyzer = await morphology.createAnalyzer();
  const analyze = vi.fn(analyzer.analyze);
  vi.mocked(morphology.createAnalyzer).mockResolvedValueOnce({ analyze });
  await cacheAnalyses(folder)([...runs, '나중에']);
  expect(analyze.mock.calls).toEqual([['나중에']]);
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
  vi.mocked(morphology.digestAnalyzer).mockResolvedValueOnce('another');
  vi.mocked(morphology.createAnalyzer).mockClear();
  await cacheAnalyses(folder)(runs);
  expect(morphology.createAnalyzer).toHaveBeenCalledTimes(1);
});

test('a site without Korean loads no analyzer and caches nothing', async () => {
  await cacheAnalyses(folder)([]);
  expect(morphology.createAnalyzer).not.toHaveBeenCalled();
  expect(await readdir(folder)).toEqual([]);
});
