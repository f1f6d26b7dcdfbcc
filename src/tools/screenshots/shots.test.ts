import { expect, test } from 'vitest';
import { drawContactSheet } from './contact-sheet.ts';
import { readOptions } from './options.ts';
import { planShots, type Shot } from './plan-shots.ts';

function plan(...words: string[]): Shot[] {
  return planShots(readOptions(words));
}

test('a type is shown in every language, theme and width, and beside that zoomed, without scripts and on paper', () => {
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

test('no two pictures of a full set have one file', () => {
  const files = plan().map(({ file }) => file);
  expect(new Set(files).size).toBe(files.length);
});

test('options narrow the set to what they name', () => {
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

test('variants are shown in the theme that is asked for, and only articles on paper', () => {
  const variants = plan('--only', 'home', '--locale', 'en', '--theme', 'dark');
  expect(variants.filter(({ look }) => look !== 'plain').map(({ file }) => file)).toEqual([
    'home/en-dark-zoom.png',
    'home/en-dark-no-script.png',
  ]);
});

test.each([
  [['--locale', 'da'], 'Unexpected --locale da, expected some of ko, en'],
  [['--theme', 'light,sepia'], 'Unexpected --theme light,sepia, expected some of light, dark'],
  [['--width', '360,wide'], 'Unexpected --width wide, expected whole numbers of pixels from 200 to 8000'],
  [['--variant', 'zom'], 'Unexpected --variant zom, expected some of zoom, no-script, print'],
  [['--first-screen', '--full'], 'Unexpected --first-screen beside --full'],
  [['--only', 'glosary'], 'Unexpected --only glosary, expected part of a type of page'],
  [['--widht', '360'], "Unknown option '--widht'"],
])('%j is told what was expected', (words, message) => {
  expect(() => plan(...words)).toThrow(message);
});

test('the contact sheet shows every picture under its type, with a caption', () => {
  const sheet = drawContactSheet(
    plan('--only', 'topics', '--width', '360', '--theme', 'light'),
    'Made <today>',
  );
  expect(sheet).toContain('<h2>topics</h2>');
  expect(sheet).toContain('<img src="topics/ko-light-360.png" alt="ko · light · 360 px" loading="lazy">');
  expect(sheet).toContain('<figcaption>en · light · 1440 px at 200 %</figcaption>');
  expect(sheet).toContain('Made &#x3C;today>');
});
