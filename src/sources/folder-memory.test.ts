import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Diagnostic } from '../diagnostics/index.ts';
import { createFolderMemory } from './folder-memory.ts';
import { listFiles } from './list-files.ts';

let folder = '';
const later = (seconds: number): void => {
  vi.useFakeTimers({ now: Date.now() + seconds * 1000, toFake: ['Date'] });
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'narani-memory-'));
  writeFileSync(path.join(folder, 'ko.md'), 'one');
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

/** Creates a memory, and a function that recalls the folder. `read` is called when it is read. */
function remember(result: () => { words: string; diagnostics: readonly Diagnostic[] }) {
  const read = vi.fn(() => Promise.resolve(result()));
  const memory = createFolderMemory<ReturnType<typeof result>>();
  const recall = async (context = '') =>
    memory.recall({ path: folder, files: listFiles(folder).files, context }, read);
  return { memory, recall, read };
}

test('A folder whose files have not changed is not read again', async () => {
  later(60);
  const { recall, read } = remember(() => ({ words: 'one', diagnostics: [] }));
  expect(await recall()).toBe(await recall());
  expect(read).toHaveBeenCalledTimes(1);
});

test.each<[string, () => void]>([
  [
    'a file was changed',
    () => {
      writeFileSync(path.join(folder, 'ko.md'), 'other');
    },
  ],
  [
    'a file was added',
    () => {
      writeFileSync(path.join(folder, 'en.md'), '');
    },
  ],
  [
    'a file was deleted',
    () => {
      rmSync(path.join(folder, 'ko.md'));
    },
  ],
])('A folder is read again after %s', async (_, change) => {
  later(60);
  const { recall, read } = remember(() => ({ words: '', diagnostics: [] }));
  await recall();
  change();
  await recall();
  expect(read).toHaveBeenCalledTimes(2);
});

test('A folder is read again if what else it is read by changes', async () => {
  later(60);
  const { recall, read } = remember(() => ({ words: '', diagnostics: [] }));
  await recall('ko');
  await recall('en');
  expect(read).toHaveBeenCalledTimes(2);
});

test('A file that has just changed is read again, since its next change could have the same time and size', async () => {
  let words = 'one';
  const { recall, read } = remember(() => ({ words, diagnostics: [] }));
  const before = await recall();
  expect(await recall()).toBe(before);
  expect(read).toHaveBeenCalledTimes(2);
  words = 'two';
  expect(await recall()).toEqual({ words: 'two', diagnostics: [] });
});

test('A folder with a file that could not be read is read again', async () => {
  later(60);
  const unreadable = { rule: 'file/unreadable' } as Diagnostic;
  const { recall, read } = remember(() => ({ words: '', diagnostics: [unreadable] }));
  await recall();
  await recall();
  expect(read).toHaveBeenCalledTimes(2);
});

test('A folder that was not recalled between two sweeps is forgotten', async () => {
  later(60);
  const { memory, recall, read } = remember(() => ({ words: '', diagnostics: [] }));
  await recall();
  memory.sweep();
  await recall();
  expect(read).toHaveBeenCalledTimes(1);
  memory.sweep();
  memory.sweep();
  await recall();
  expect(read).toHaveBeenCalledTimes(2);
});
