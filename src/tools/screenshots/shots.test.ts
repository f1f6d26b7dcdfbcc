import { expect, test } from 'vitest';
import { drawContactSheet } from './contact-sheet.ts';
import { parseOptions } from './options.ts';
import { planShots, type Shot } from './plan-shots.ts';

function plan(...args: string[]): Shot[] {
  return planShots(parseOptions(args));
}

test('a type has screenshots in every language, theme and width, and of each variant', () => {
  const files = plan('--only', 'long title').map(({ file }) => file);
  const folder = 'article-with-a-long-title';
  expect(files).toHaveLength(2 * (2 * 4 + 3));
  expect(files).toEqual(
    expect.arrayContaining([
      `${folder}/ko-light-360.png`,
      `${folder}/en-dark-2200.png`,
      `${folder}/ko-light-zoom.png`,
      `${folder}/en-light-no-script.png`,
      `${folder}/ko-print.pdf`,
    ]),
  );
});

test('all screenshots have different file names', () => {
  const files = plan().map(({ file }) => file);
  expect(new Set(files).size).toBe(files.length);
});

test('options select screenshots', () => {
  const narrow = plan(
    '--only',
    'home',
    '--locale',
    'ko',
    '--theme',
    'dark',
    '--width',
    '360,500',
    '--variant',
    'none',
  );
  expect(narrow.map(({ file }) => file)).toEqual(['home/ko-dark-360.png', 'home/ko-dark-500.png']);
});

test('variants use the selected theme, and only articles are printed', () => {
  const variants = plan('--only', 'home', '--locale', 'en', '--theme', 'dark');
  expect(variants.filter(({ look }) => look !== 'plain').map(({ file }) => file)).toEqual([
    'home/en-dark-zoom.png',
    'home/en-dark-no-script.png',
  ]);
});

test.each([
  [['--locale', 'da'], '--locale does not accept da\n  fix  Write one or several of ko, en,'],
  [
    ['--theme', 'light,sepia'],
    '--theme does not accept light,sepia\n  fix  Write one or several of light, dark,',
  ],
  [['--width', '360,wide'], '--width wide is not a whole number of pixels from 200 to 8000'],
  [
    ['--variant', 'zom'],
    '--variant does not accept zom\n  fix  Write one or several of zoom, no-script, print,',
  ],
  [['--first-screen', '--full'], '--first-screen and --full cannot be combined'],
  [['--only', 'glosary'], 'No type of page contains glosary'],
  [['--widht', '360'], 'Unknown option `--widht`: did you mean `--width`?'],
])('the error for %j explains what is wrong', (args, message) => {
  expect(() => plan(...args)).toThrow(message);
});

test('the contact sheet shows all screenshots by type, with captions', () => {
  const sheet = drawContactSheet(
    plan('--only', 'topics', '--width', '360', '--theme', 'light'),
    'Made <today>',
  );
  expect(sheet).toContain('<h2>topics</h2>');
  expect(sheet).toContain('<img src="topics/ko-light-360.png" alt="ko · light · 360 px" loading="lazy">');
  expect(sheet).toContain('<figcaption>en · light · 1440 px at 200 %</figcaption>');
  expect(sheet).toContain('Made &#x3C;today>');
});
