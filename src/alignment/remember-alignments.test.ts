import { expect, test } from 'vitest';
import { alignLanguages, type AlignableLanguage } from './align-languages.ts';
import { rememberAlignments } from './remember-alignments.ts';

const block = {
  ...{ type: 'paragraph', digest: 'a', containers: '', text: 'a', facts: [] },
  ...{ depth: undefined, footnote: undefined, only: undefined, pair: undefined },
};
const ko: AlignableLanguage = { locale: 'ko', blocks: [block] };
const en: AlignableLanguage = { locale: 'en', blocks: [block, { ...block, only: 'en' }] };

test('the same texts are aligned once', () => {
  const align = rememberAlignments();
  const alignment = align([ko, en]);
  expect(alignment).toEqual(alignLanguages([ko, en]));
  expect(align([{ ...ko }, { ...en }])).toBe(alignment);
});

test.each<[string, AlignableLanguage[]]>([
  ['other blocks', [ko, { ...en, blocks: [...en.blocks] }]],
  ['another language', [ko, { ...en, locale: 'da' }]],
  ['another record', [ko, { ...en, record: { from: 'ko', segments: [] } }]],
  ['a further language', [ko, en, { ...en, locale: 'da' }]],
])('texts with %s are aligned again', (_, languages) => {
  const align = rememberAlignments();
  const alignment = align([ko, en]);
  expect(align(languages)).not.toBe(alignment);
  expect(align(languages)).toEqual(alignLanguages(languages));
});
