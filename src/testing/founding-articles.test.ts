import { expect, test } from 'vitest';
import { listFilesNeedingThem } from './founding-articles.ts';

test('Test files that use Narani’s own articles are recognized by how they get at them', () => {
  const files = listFilesNeedingThem();
  expect(files).toEqual(
    expect.arrayContaining([
      'src/testing/browser/ps-vs-top.spec.ts',
      'src/testing/browser/every-page.spec.ts',
      'src/testing/site/nginx.test.ts',
      'src/testing/reading-time.test.ts',
      'src/figures/silent-voicemail/model/wav.test.ts',
    ]),
  );
  expect(files).not.toContain('src/cli/new.test.ts');
  expect(files).not.toContain('src/check/rules/links.test.ts');
  expect(files).not.toContain('src/testing/site/dev.test.ts');
});
