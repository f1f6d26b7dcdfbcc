import { describe, expect, test } from 'vitest';
import { renderAlone } from '../../testing/render-alone.ts';
import { parseMarkdown } from '../parse.ts';
import { surveyMarkdown } from '../survey.ts';
import { joinCjkLines } from './line-breaks.ts';

describe('A line break is no space', () => {
  test.each([
    ['between kana', '最初の行で\n次の行です。', '最初の行で次の行です。'],
    ['between Han', '這是第一\n行', '這是第一行'],
    ['after wide punctuation', '这是第一行，\n这是第二行。', '这是第一行，这是第二行。'],
    ['before wide punctuation', '論語\n「学而」', '論語「学而」'],
    ['after a long vowel mark', 'サーバー\nの', 'サーバーの'],
    ['with white space around it', '日本 \t\r\n  語', '日本語'],
    ['outside the Basic Multilingual Plane', '𠮷\n𠮷', '𠮷𠮷'],
  ])('%s', (_, text, joined) => {
    expect(joinCjkLines(text)).toBe(joined);
  });
});

describe('A line break stays', () => {
  test.each([
    ['between Hangul', '첫 줄이고\n둘째 줄'],
    ['between Han and Hangul', '漢字\n한글'],
    ['between Hangul and Han', '한글\n漢字'],
    ['between Latin letters', 'one\ntwo'],
    ['between Han and Latin letters', '日本\nJapan'],
    ['between wide brackets, which Korean uses too', '『가』\n「나」'],
    ['between wide punctuation and Hangul', '「가」,\n「나」'],
  ])('%s', (_, text) => {
    expect(joinCjkLines(text)).toBe(text);
  });
});

describe('On a page, lines of kana and Han are joined', () => {
  test.each([
    ['across emphasis', '**日本語**\n**次**', '<p><strong>日本語</strong><strong>次</strong></p>'],
    ['across an element of raw HTML', '<b>日本語\n</b>\n次', '<p><b>日本語</b>次</p>'],
    [
      'within an element of raw HTML',
      '<span lang="ja">日本\n語</span>',
      '<p><span lang="ja">日本語</span></p>',
    ],
    ['in a block of raw HTML', '<p>日本\n語</p>', '<p>日本語</p>'],
    ['not at a hard line break', '日本  \n語', '<p>日本<br>\n語</p>'],
    ['not across paragraphs', '日本\n\n語', '<p>日本</p>\n<p>語</p>'],
    ['not in code', '```text\n日本\n語\n```', expect.stringContaining('日本</span>\n<span class="line">語')],
  ])('%s', async (_, markdown, html) => {
    expect((await renderAlone(markdown, { locale: 'ko' })).html).toEqual(html);
  });
});

test('a heading of two lines of kana has no space in the table of contents', () => {
  expect(surveyMarkdown(parseMarkdown('最初の\n見出し\n---')).headings).toMatchObject([
    { text: '最初の見出し' },
  ]);
});
