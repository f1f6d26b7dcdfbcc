import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepAnalyses } from './keep-analyses.ts';
import * as morphology from './morphology.ts';

vi.mock(import('./morphology.ts'), { spy: true });

const runs = ['가는', '각주를', '나누어', '만든', '음성사서함', '클러스터를', 'ㅋㅋ', '앉아서'];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'narani-analyses-'));
  vi.mocked(morphology.createAnalyser).mockClear();
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function analyseWith(keeping: ReturnType<typeof keepAnalyses>): Promise<morphology.Analysis[]> {
  return runs.map(await keeping(runs));
}

test('kept analyses are those that would be made anew, and made without the analyser', async () => {
  const analyser = await morphology.createAnalyser();
  const fresh = runs.map(analyser.analyse);
  expect(await analyseWith(keepAnalyses(folder))).toEqual(fresh);
  vi.mocked(morphology.createAnalyser).mockClear();
  expect(await analyseWith(keepAnalyses(folder))).toEqual(fresh);
  expect(morphology.createAnalyser).not.toHaveBeenCalled();
});

test('a new word has those with its first consonant made anew, and no others', async () => {
  await keepAnalyses(folder)(runs);
  const before = await readdir(folder);
  await keepAnalyses(folder)([...runs, '나중에']);
  const added = (await readdir(folder)).filter((file) => !before.includes(file));
  expect(added).toHaveLength(1);
});

test('a damaged file is made anew', async () => {
  const fresh = await analyseWith(keepAnalyses(folder));
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    await writeFile(file, (await readFile(file)).subarray(0, -3));
  }
  expect(await analyseWith(keepAnalyses(folder))).toEqual(fresh);
  expect(morphology.createAnalyser).toHaveBeenCalledTimes(2);
});

test('what another analyser made is not taken', async () => {
  await keepAnalyses(folder)(runs);
  const before = (await readdir(folder)).length;
  vi.mocked(morphology.digestAnalyser).mockResolvedValueOnce('another');
  await keepAnalyses(folder)(runs);
  expect((await readdir(folder)).length).toBe(2 * before);
});

test('a site without Korean needs no analyser and keeps nothing', async () => {
  await keepAnalyses(folder)([]);
  expect(morphology.createAnalyser).not.toHaveBeenCalled();
  expect(await readdir(folder)).toEqual([]);
});
