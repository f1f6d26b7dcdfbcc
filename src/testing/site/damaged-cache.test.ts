import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { siteCache } from '../../cache/index.ts';
import {
  buildSite,
  copyFixtureSite,
  createFolder,
  digestFolder,
  listFiles,
  root,
} from '../../tools/sites/run.ts';

/** A way to damage a cached file, given another file of the same folder. */
type Damage = (file: string, other: string) => void;

const damages: readonly Damage[] = [
  function empty(file) {
    truncateSync(file, 0);
  },
  function cutHalf(file) {
    truncateSync(file, Math.floor(readFileSync(file).length / 2));
  },
  function flipByte(file) {
    const bytes = readFileSync(file);
    if (bytes.length === 0) return;
    const middle = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    writeFileSync(file, bytes);
  },
  function exchange(file, other) {
    if (other !== file && existsSync(other)) copyFileSync(other, file);
  },
  function makeUnreadable(file) {
    // A link to itself can't be read, not even by root.
    rmSync(file);
    symlinkSync(path.basename(file), file);
  },
  function remove(file) {
    rmSync(file);
  },
  function replaceByFolder(file) {
    rmSync(file);
    mkdirSync(path.join(file, 'inside'), { recursive: true });
  },
  function dropDigest(file) {
    writeFileSync(file, readFileSync(file).subarray(32));
  },
];

const rounds = Number(process.env.DAMAGE_ROUNDS ?? 1);

test('A build with damaged caches, of whatever kind and in whatever way, equals a clean build', async () => {
  const content = copyFixtureSite('damaged');
  const [output, compiled] = [createFolder('damaged-out'), createFolder('damaged-compiled')];
  const cache = siteCache(root, content);
  const build = async (): Promise<Record<string, string>> => {
    await buildSite(content, output, { NODE_COMPILE_CACHE: compiled });
    return digestFolder(output);
  };
  const clean = await build();
  const kinds = readdirSync(path.join(cache, 'build-cache')).sort();
  expect(kinds).toEqual([
    'analyses',
    'bodies',
    'builds',
    'cards',
    'diagrams',
    'files',
    'fonts',
    'index',
    'page-facts',
    'pagefind-1.5.2',
    'pages',
    'pictures',
    'program',
    'texts',
  ]);
  expect(readdirSync(cache)).toEqual(['build-cache']);

  let damaged = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const folder of [cache, compiled]) {
      const files = listFiles(folder).map((file) => path.join(folder, file));
      for (const [index, file] of files.entries()) {
        damages[(index + round) % damages.length]?.(file, files[index - 1] ?? file);
        damaged += 1;
      }
    }
    // Without the last site, every file is made from the caches.
    rmSync(output, { recursive: true });
    expect(await build(), `round ${round}`).toEqual(clean);
  }
  console.log(`${damaged} cached files were damaged`);
  expect(damaged).toBeGreaterThan(100);
  rmSync(cache, { recursive: true });
});
