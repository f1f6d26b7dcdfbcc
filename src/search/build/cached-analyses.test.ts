import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cacheAnalyses } from './cached-analyses.ts';
import { createAnalyzer, type Analysis } from './morphology.ts';

const runs = ['가는', '각주를', '나누어', '만든', '음성사서함', '클러스터를', 'ㅋㅋ', '앉아서'];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'narani-analyses-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Analyzes words with the cache, as a process of its own would. Returns the analyses, and the words that were analyzed for them. */
async function analyze(words: readonly string[], version = 'v1') {
  const analyzer = await createAnalyzer();
  const analyzed = vi.fn(analyzer.analyze);
  const load = vi.fn(() => Promise.resolve({ analyze: analyzed }));
  const of = await cacheAnalyses(folder, { digest: () => Promise.resolve(version), load })(words);
  const loads = load.mock.calls.length;
  return { analyses: words.map(of), analyzed: analyzed.mock.calls.map(([run]) => run), loads };
}

async function analyzeAnew(words: readonly string[]): Promise<Analysis[]> {
  const analyzer = await createAnalyzer();
  return words.map((word) => analyzer.analyze(word));
}

test('cached analyses equal fresh ones and don’t load the analyzer', async () => {
  const analyses = await analyzeAnew(runs);
  expect(await analyze(runs)).toEqual({ analyses, analyzed: runs, loads: 1 });
  expect(await analyze(runs)).toEqual({ analyses, analyzed: [], loads: 0 });
});

test('cached analyses equal fresh ones whatever earlier builds have analyzed', async () => {
  const analyzer = await createAnalyzer();
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
  await analyze(runs);
  expect(await analyze([...runs, '나중에'])).toMatchObject({ analyzed: ['나중에'] });
});

test('a corrupt cache file is replaced', async () => {
  const { analyses } = await analyze(runs);
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    await writeFile(file, (await readFile(file)).subarray(0, -3));
  }
  expect(await analyze(runs)).toMatchObject({ analyses, loads: 1 });
  expect(await analyze(runs)).toMatchObject({ analyses, loads: 0 });
});

test('analyses of another version of the analyzer are ignored', async () => {
  await analyze(runs);
  expect(await analyze(runs, 'v2')).toMatchObject({ analyzed: runs });
});

test('a site without Korean loads no analyzer and caches nothing', async () => {
  expect(await analyze([])).toMatchObject({ loads: 0 });
  expect(await readdir(folder)).toEqual([]);
});
