import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createContentFolder } from '../testing/build-content.ts';
import { resolveFolders, resolveNow } from './environment.ts';

const directory = path.resolve('/site');
const below = (...names: string[]): string => path.join(directory, ...names);

test.each([
  ['nothing', {}, below('content'), below('dist')],
  ['empty variables', { CONTENT_DIR: '', OUT_DIR: '' }, below('content'), below('dist')],
  ['relative paths', { CONTENT_DIR: 'a/b', OUT_DIR: '../out' }, below('a', 'b'), path.resolve('/out')],
  [
    'absolute paths',
    { CONTENT_DIR: path.resolve('/c'), OUT_DIR: path.resolve('/o') },
    path.resolve('/c'),
    path.resolve('/o'),
  ],
])('folders from %s are resolved to absolute paths', (_, environment, content, output) => {
  expect(resolveFolders(environment, directory)).toEqual({ content, output });
});

test('the default folder of the content is `site` if there is one, but not a file of that name', () => {
  const folder = createContentFolder({ 'own/site/site.yaml': '', 'file/site': '' });
  const contentOf = (name: string): string => resolveFolders({}, path.join(folder, name)).content;
  expect(contentOf('own')).toBe(path.join(folder, 'own/site'));
  expect(contentOf('file')).toBe(path.join(folder, 'file/content'));
});

describe('Now', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is SOURCE_DATE_EPOCH in seconds', () => {
    expect(resolveNow({ SOURCE_DATE_EPOCH: '1795305600' })).toEqual(new Date('2026-11-22T00:00:00Z'));
    expect(resolveNow({ SOURCE_DATE_EPOCH: '0' })).toEqual(new Date(0));
  });

  test.each([{}, { SOURCE_DATE_EPOCH: '' }])(
    'is the clock’s time if the environment is %j',
    (environment) => {
      vi.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z') });
      expect(resolveNow(environment)).toEqual(new Date('2026-11-22T12:00:00Z'));
    },
  );

  test.each(['today', '2026-11-22', '-1', '1.5', ' 1', '99999999999999999'])(
    'is not a valid time: “%s”',
    (epoch) => {
      expect(() => resolveNow({ SOURCE_DATE_EPOCH: epoch })).toThrow(
        `Unexpected SOURCE_DATE_EPOCH \`${epoch}\`, expected whole seconds since 1970`,
      );
    },
  );
});
