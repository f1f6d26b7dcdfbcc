import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createContentFolder } from '../testing/build-content.ts';
import { create } from './new.ts';
import { rename } from './rename.ts';
import { translate } from './translate.ts';
import { updated } from './updated.ts';

let folder = '';

beforeEach(() => {
  folder = createContentFolder({ 'notes.txt': 'No site' });
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe.each([
  ['rename', () => rename(['a', 'b'])],
  ['translate', () => translate(['a'])],
  ['updated', () => updated(['--all'])],
  ['new article', () => create(['article', '--title', '주전자', '--yes'])],
])('`%s`', (_, run) => {
  test.each([
    ['a folder that does not exist', () => 'nowhere'],
    ['an empty folder', () => (mkdirSync(path.join(folder, 'empty')), 'empty')],
    ['a file', () => 'notes.txt'],
  ])('of %s says that it is no content folder, and what to do', async (_what, make) => {
    vi.stubEnv('CONTENT_DIR', path.join(folder, make()));
    await expect(run()).rejects.toThrow(
      /Missing site\.yaml[\s\S]*npm run new -- site[\s\S]*Nothing was written\./,
    );
  });

  test('of a folder with invalid settings names their place', async () => {
    writeFileSync(path.join(folder, 'site.yaml'), 'name: [\n');
    vi.stubEnv('CONTENT_DIR', folder);
    await expect(run()).rejects.toThrow(/site\.yaml:\d+:\d+: error: [\s\S]*Nothing was written\./);
  });
});
