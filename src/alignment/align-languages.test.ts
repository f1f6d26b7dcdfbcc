import { expect, test } from 'vitest';
import { alignLanguages, findCounterpartsIn, type AlignableLanguage } from './align-languages.ts';
import { flipAlignment } from './alignment.ts';

function language(locale: string, texts: readonly string[], from?: string): AlignableLanguage {
  const blocks = texts.map((text) => ({
    type: 'paragraph',
    digest: `${locale} ${text}`,
    containers: '',
    depth: undefined,
    text,
    facts: [],
    footnote: undefined,
    only: undefined,
    pair: undefined,
  }));
  return { locale, blocks, record: from === undefined ? undefined : { from, segments: [] } };
}

const three = [
  language('ko', ['하나', '둘']),
  language('en', ['One', 'Two']),
  language('da', ['En', 'To'], 'ko'),
];

test('every two languages are aligned, in both directions', () => {
  const found = alignLanguages(three);
  for (const { locale } of three) {
    const others = three.map((other) => other.locale).filter((other) => other !== locale);
    expect(Object.keys(found.get(locale) ?? {}).sort()).toEqual(others.sort());
    for (const other of others) {
      const alignment = found.get(locale)?.[other] ?? { segments: [] };
      expect(found.get(other)?.[locale]).toEqual(flipAlignment(alignment));
    }
  }
});

test('the order of the languages does not matter', () => {
  const inOrder = (map: ReturnType<typeof alignLanguages>) => Object.fromEntries(map);
  expect(inOrder(alignLanguages(three.toReversed()))).toEqual(inOrder(alignLanguages(three)));
});

test('texts that name each other as their source are aligned without endless recursion', () => {
  const found = alignLanguages([language('ko', ['하나'], 'en'), language('en', ['One'], 'ko')]);
  expect(found.get('ko')?.en?.segments).toHaveLength(1);
});

test('counterparts are in the reference language, whose own blocks have none', () => {
  const found = findCounterpartsIn('en', three, alignLanguages(three));
  expect(Object.fromEntries(found)).toEqual({ ko: [0, 1], en: [], da: [0, 1] });
});
