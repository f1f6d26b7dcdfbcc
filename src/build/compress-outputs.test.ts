import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { compressOutputs } from './compress-outputs.ts';
import { toOutput, type Output } from './outputs.ts';

const text = (file: string, content = 'text '.repeat(100)): Output => toOutput(file, Buffer.from(content));

/** Returns the bytes of an output, which must not be a copy. */
async function bytesOf(output: Output | undefined): Promise<Uint8Array> {
  const made = await output?.make();
  if (made === undefined || 'copyOf' in made) throw new Error('The output has no bytes');
  return made;
}

test('Text files have two compressed forms each, which contain them', async () => {
  const [brotli, gzip] = compressOutputs([text('ko/index.html')]);
  expect([brotli?.file, gzip?.file]).toEqual(['ko/index.html.br', 'ko/index.html.gz']);
  expect(brotliDecompressSync(await bytesOf(brotli)).toString()).toBe('text '.repeat(100));
  expect(gunzipSync(await bytesOf(gzip)).toString()).toBe('text '.repeat(100));
});

test('A file that is copied is compressed from its source', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'narani-compress-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const source = path.join(folder, 'values.csv');
  writeFileSync(source, '1,2\n');
  const copied = { file: 'values.csv', key: 'k', make: () => Promise.resolve({ copyOf: source }) };
  expect(gunzipSync(await bytesOf(compressOutputs([copied])[1])).toString()).toBe('1,2\n');
});

test('What is compressed already, rules for the host and existing files have no compressed form', () => {
  const files = ['a.png', 'a.woff2', 'a.webp', 'search/pagefind/a.pf_meta', '_headers', 'a.txt', 'a.txt.gz'];
  expect(compressOutputs(files.map((file) => text(file))).map(({ file }) => file)).toEqual(['a.txt.br']);
});

test('The same file has the same bytes and key, and another one another key', async () => {
  const [one, same, other] = ['a', 'a', 'b'].map((content) => compressOutputs([text('a.txt', content)]));
  expect(same?.map(({ key }) => key)).toEqual(one?.map(({ key }) => key));
  expect(await bytesOf(same?.[1])).toEqual(await bytesOf(one?.[1]));
  const keys = [...(one ?? []), ...(other ?? [])].map(({ key }) => key);
  expect(new Set(keys).size).toBe(4);
});
