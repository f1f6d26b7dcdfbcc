import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorable } from '../testing/builders.ts';
import { anchorArticle, referenceOf, type Anchors, type Outline } from './anchor.ts';
import { idsOfPlace, listIds, type Anchorable } from './anchorable.ts';

describe('The headings of an article', () => {
  test('share anchors with their counterparts in all languages, made from the English headings', () => {
    const anchors = anchor([outline('ko', ['원인', '결과']), outline('en', ['Cause', 'Effect'])]);
    expect(idsOf(anchors)).toEqual({ ko: ['cause', 'effect'], en: ['cause', 'effect'] });
    expect(anchors.reference).toBe('en');
  });

  test('get anchors from the source language if there is no English', () => {
    const anchors = anchor([outline('da', ['Årsag']), outline('ko', ['원인'])]);
    expect(idsOf(anchors)).toEqual({ da: ['원인'], ko: ['원인'] });
    expect(anchors.reference).toBe('ko');
  });

  test('still share anchors if one language has an extra heading in the middle', () => {
    const ko = { ...outline('ko', ['원인', '덧붙임', '결과']), counterparts: [0, undefined, 1] };
    const anchors = anchor([ko, outline('en', ['Cause', 'Effect'])]);
    expect(idsOf(anchors)).toEqual({ ko: ['cause', '덧붙임', 'effect'], en: ['cause', 'effect'] });
    expect(Object.fromEntries(anchors.counterparts)).toEqual({ ko: [0, undefined, 1], en: [0, 1] });
  });

  test('share anchors in three languages through the reference language', () => {
    const anchors = anchor([
      { ...outline('da', ['Virkning', 'Årsag']), counterparts: [1, 0] },
      { ...outline('ko', ['원인', '더']), counterparts: [0] },
      outline('en', ['Cause', 'Effect']),
    ]);
    expect(idsOf(anchors)).toEqual({
      da: ['effect', 'cause'],
      ko: ['cause', '더'],
      en: ['cause', 'effect'],
    });
  });

  test('without a counterpart get an anchor that is unique in all languages', () => {
    const anchors = anchor([
      { ...outline('ko', ['Setup', '끝']), counterparts: [] },
      { ...outline('da', ['Setup']), counterparts: [] },
      outline('en', ['Setup']),
    ]);
    expect(idsOf(anchors)).toEqual({ ko: ['setup-1', '끝'], da: ['setup-2'], en: ['setup'] });
  });

  test('are counterparts only of headings', () => {
    const ko = { ...outline('ko', ['원인']), counterparts: [0] };
    const en = { locale: 'en', places: [anchorable('', { kind: 'table', blocks: [0] })] };
    expect(idsOf(anchor([ko, en]))).toEqual({ ko: ['원인'], en: ['table-1'] });
  });

  test('may be missing altogether', () => {
    expect(anchor([])).toEqual({ ids: new Map(), counterparts: new Map(), reference: undefined });
  });
});

test.each([
  [['ko', 'en', 'da'], 'ko', 'en'],
  [['da', 'ko'], 'ko', 'ko'],
  [['no', 'da'], 'ko', 'da'],
  [[], 'ko', undefined],
])('of %j with source %s, the reference language is %s', (locales, source, reference) => {
  expect(referenceOf(locales, source)).toBe(reference);
});

describe('An anchor made from a heading', () => {
  test.each([
    ['Root cause', 'root-cause'],
    ['What is p99?', 'what-is-p99'],
    ['꼬리 지연이란', '꼬리-지연이란'],
    ['꼬리 지연'.normalize('NFD'), '꼬리-지연'],
    ['  Root\ncause ', 'root-cause'],
    ['🎉', 'section'],
    ['?!', 'section'],
    ['', 'section'],
  ])('for “%s” is “%s”', (text, id) => {
    expect(idsOf(anchor([outline('en', [text])]))).toEqual({ en: [id] });
  });

  test('gets a number if another heading already has the same id, generated or explicit', () => {
    const places = [
      anchorable('Example'),
      anchorable('Example'),
      anchorable('Why', { explicitId: 'example-1' }),
    ];
    expect(idsOf(anchor([{ locale: 'en', places }]))).toEqual({ en: ['example', 'example-2', 'example-1'] });
  });

  test('is never `footnote-label`, which is reserved', () => {
    expect(idsOf(anchor([outline('en', ['Footnote label'])]))).toEqual({ en: ['footnote-label-1'] });
  });
});

describe('An explicit anchor', () => {
  test('takes precedence over the heading and published anchors in every language', () => {
    const ko = outlineOf('ko', [anchorable('원인', { explicitId: 'root-cause' })]);
    const en = { ...outline('en', ['Cause']), published: [{ id: 'cause', digest: 'Cause' }] };
    expect(idsOf(anchor([ko, en]))).toEqual({ ko: ['root-cause'], en: ['root-cause'] });
  });

  test('is taken from the English text if two languages differ', () => {
    const ko = outlineOf('ko', [anchorable('원인', { explicitId: 'won-in' })]);
    const en = outlineOf('en', [anchorable('Cause', { explicitId: 'cause' })]);
    expect(idsOf(anchor([ko, en]))).toEqual({ ko: ['cause'], en: ['cause'] });
  });

  test('makes headings counterparts, regardless of the alignment', () => {
    const ko = outlineOf('ko', [anchorable('결과', { explicitId: 'effect' }), anchorable('원인')]);
    const en = outlineOf('en', [anchorable('Cause'), anchorable('Effect', { explicitId: 'effect' })]);
    const anchors = anchor([ko, en]);
    expect(idsOf(anchors)).toEqual({ ko: ['effect', '원인'], en: ['cause', 'effect'] });
    expect(anchors.counterparts.get('ko')).toEqual([1, undefined]);
  });

  test('is not also given to the heading published with it before', () => {
    const places = [anchorable('Cause'), anchorable('Effect', { explicitId: 'cause' })];
    const published = [{ id: 'cause', digest: 'Cause' }];
    expect(idsOf(anchor([{ locale: 'en', places, published }]))).toEqual({ en: ['cause-1', 'cause'] });
  });
});

describe('A published anchor', () => {
  test('is preserved when English is added later', () => {
    const ko = { ...outline('ko', ['원인']), published: [{ id: '원인', digest: '원인' }] };
    expect(idsOf(anchor([ko, outline('en', ['Cause'])]))).toEqual({ ko: ['원인'], en: ['원인'] });
  });

  test('is restored from the other language if its own records are ambiguous', () => {
    const published = ['a', 'b'].map((id) => ({ id, digest: `Old ${id}` }));
    const en = { ...outline('en', ['New a', 'More', 'New b']), published };
    const ko = {
      ...outline('ko', ['가', '나']),
      published: ['가', '나'].map((digest, index) => ({ id: ['a', 'b'][index] ?? '', digest })),
      counterparts: [0, 2],
    };
    expect(idsOf(anchor([ko, en]))).toEqual({ ko: ['a', 'b'], en: ['a', 'more', 'b'] });
  });

  test('keeps counterparts together even if the alignment no longer pairs them', () => {
    const published = (texts: readonly string[]) =>
      texts.map((digest, index) => ({ id: ['a', 'b'][index] ?? '', digest }));
    const ko = { ...outline('ko', ['가', '나']), published: published(['가', '나']) };
    const en = { ...outline('en', ['New', 'A', 'B']), published: published(['A', 'B']) };
    expect(idsOf(anchor([ko, en]))).toEqual({ ko: ['a', 'b'], en: ['new', 'a', 'b'] });
  });

  test('stays with the unchanged heading, not with the one now in its position', () => {
    const published = [{ id: 'cause', digest: 'Cause' }];
    const ko = { ...outline('ko', ['새 제목']), published, counterparts: [] };
    const en = { ...outline('en', ['Other', 'Cause']), published };
    expect(idsOf(anchor([ko, en])).en).toEqual(['other', 'cause']);
  });

  test.each(['', 'two words', 'a#b', 'page:main', '{a}'])(
    'that is invalid, such as “%s”, is replaced',
    (id) => {
      expect(idsOf(anchor([{ ...outline('en', ['Cause']), published: [{ id, digest: 'Cause' }] }]))).toEqual({
        en: ['cause'],
      });
    },
  );

  test('stays with its heading if two have the same text and others are added', () => {
    const published = ['example', 'example-1'].map((id) => ({ id, digest: 'Example' }));
    const texts = ['Before', 'Example', 'Between', 'Example', 'After'];
    expect(idsOf(anchor([{ ...outline('en', texts), published }]))).toEqual({
      en: ['before', 'example', 'between', 'example-1', 'after'],
    });
  });
});

describe('Figures and tables', () => {
  const figure = (digest: string): Anchorable => anchorable('', { kind: 'figure', digest });
  const table = (digest: string): Anchorable => anchorable('', { kind: 'table', digest });

  test('are numbered in the order of the English text, followed by those of one language only', () => {
    const ko = {
      ...outlineOf('ko', [table('가'), table('나'), figure('다'), table('라')]),
      counterparts: [1, undefined, 2, 0],
    };
    const en = outlineOf('en', [table('a'), table('b'), figure('c')]);
    expect(idsOf(anchor([ko, en]))).toEqual({
      ko: ['table-2', 'table-3', 'figure-1', 'table-1'],
      en: ['table-1', 'table-2', 'figure-1'],
    });
  });

  test('skip numbers that are anchors of headings', () => {
    const en = outlineOf('en', [table('a'), anchorable('Table 1')]);
    expect(idsOf(anchor([en]))).toEqual({ en: ['table-2', 'table-1'] });
  });

  test('never reuse a number that was published for another one', () => {
    const published = ['table-1', 'table-2'].map((id) => ({ id, digest: id }));
    const en = { ...outlineOf('en', [table('new'), table('table-2'), table('newer')]), published };
    expect(idsOf(anchor([en]))).toEqual({ en: ['table-1', 'table-2', 'table-3'] });
    const without = { ...outlineOf('en', [table('table-2'), table('new'), table('newer')]), published };
    expect(idsOf(anchor([without]))).toEqual({ en: ['table-2', 'table-3', 'table-4'] });
  });
});

describe('Footnotes', () => {
  const footnote = (text: string, options: Partial<Anchorable> = {}): Anchorable =>
    anchorable(text, { kind: 'footnote', ...options });

  test('use the label of the reference language in all languages', () => {
    const ko = { ...outlineOf('ko', [footnote('1'), footnote('2')]), counterparts: [1, 0] };
    const en = outlineOf('en', [footnote('note'), footnote('other')]);
    expect(idsOf(anchor([ko, en]))).toEqual({ ko: ['fn-other', 'fn-note'], en: ['fn-note', 'fn-other'] });
  });

  test('with the same name are counterparts regardless of the alignment, with the same number not necessarily', () => {
    const ko = { ...outlineOf('ko', [footnote('b'), footnote('1')]), counterparts: [0] };
    const en = outlineOf('en', [footnote('a'), footnote('b'), footnote('1')]);
    expect(idsOf(anchor([ko, en]))).toEqual({ ko: ['fn-b', 'fn-1-1'], en: ['fn-a', 'fn-b', 'fn-1'] });
  });

  test('are counterparts if any of their blocks are aligned', () => {
    const ko = {
      locale: 'ko',
      places: [footnote('1', { blocks: [4, 5] })],
      counterparts: [0, 1, 2, 3, undefined, 9],
    };
    const en = { locale: 'en', places: [footnote('note', { blocks: [8, 9] })] };
    expect(idsOf(anchor([ko, en])).ko).toEqual(['fn-note']);
  });

  test('share no id with references of other footnotes or with headings', () => {
    const en = outlineOf('en', [
      anchorable('Fnref a 2'),
      footnote('a', { references: 2 }),
      footnote('a-2'),
      anchorable('Own', { explicitId: 'fn-b' }),
      footnote('b'),
    ]);
    expect(idsOf(anchor([en]))).toEqual({ en: ['fnref-a-2-2', 'fn-a', 'fn-a-2-1', 'fn-b', 'fn-b-1'] });
  });

  test('keep the label they were published with', () => {
    const published = [{ id: 'fn-1', digest: 'note' }];
    expect(idsOf(anchor([{ ...outlineOf('en', [footnote('note')]), published }]))).toEqual({ en: ['fn-1'] });
  });

  test('have an id for each reference', () => {
    expect(idsOfPlace({ kind: 'footnote', references: 3 }, 'fn-a')).toEqual([
      'fn-a',
      'fnref-a',
      'fnref-a-2',
      'fnref-a-3',
    ]);
    expect(idsOfPlace({ kind: 'heading' }, 'fn-a')).toEqual(['fn-a']);
  });
});

describe('In any article,', () => {
  test('no two places of a text have the same id unless both were written explicitly', () => {
    fc.assert(
      fc.property(articles, (outlines) => {
        const { ids } = anchor(outlines);
        for (const { locale, places } of outlines) {
          const all = listIds(places, ids.get(locale) ?? []);
          expect(all).toEqual([...new Set(all)]);
        }
      }),
    );
  });

  test('every place has an anchor without spaces', () => {
    fc.assert(
      fc.property(articles, (outlines) => {
        const { ids } = anchor(outlines);
        for (const { locale, places } of outlines) expect(ids.get(locale)).toHaveLength(places.length);
        expect([...ids.values()].flat().filter((id) => !/^\S+$/.test(id))).toEqual([]);
      }),
    );
  });

  test('places of two languages have the same id exactly if they are counterparts', () => {
    fc.assert(
      fc.property(articles, (outlines) => {
        const { ids, counterparts, reference = '' } = anchor(outlines);
        const there = ids.get(reference) ?? [];
        for (const { locale } of outlines) {
          for (const [index, id] of (ids.get(locale) ?? []).entries()) {
            const counterpart = counterparts.get(locale)?.[index];
            expect(counterpart).toBe(there.includes(id) ? there.indexOf(id) : undefined);
          }
        }
      }),
    );
  });

  test('counterparts are of the same kind and unique', () => {
    fc.assert(
      fc.property(articles, (outlines) => {
        const { counterparts, reference } = anchor(outlines);
        const there = outlines.find(({ locale }) => locale === reference)?.places ?? [];
        for (const { locale, places } of outlines) {
          const found = (counterparts.get(locale) ?? []).flatMap((counterpart, index) =>
            counterpart === undefined ? [] : [{ counterpart, kind: places[index]?.kind }],
          );
          expect(new Set(found.map(({ counterpart }) => counterpart)).size).toBe(found.length);
          for (const { counterpart, kind } of found) expect(there[counterpart]?.kind).toBe(kind);
        }
      }),
    );
  });

  test('an explicit anchor is used unchanged', () => {
    fc.assert(
      fc.property(outlinesIn('en', 'example'), (given) => {
        const ids = anchor([given]).ids.get('en') ?? [];
        given.places.forEach(({ explicitId }, index) => {
          if (explicitId !== undefined) expect(ids[index]).toBe(explicitId);
        });
      }),
    );
  });

  test('the order of the languages makes no difference', () => {
    fc.assert(
      fc.property(articles, (outlines) => {
        expect(idsOf(anchor([...outlines].reverse()))).toEqual(idsOf(anchor(outlines)));
      }),
    );
  });
});

describe('After any article has been published in two languages,', () => {
  test.each<[string, (texts: readonly string[], at: number) => string[]]>([
    ['one heading is reworded', (texts, at) => texts.with(at, 'Reworded')],
    ['one heading is added', (texts, at) => texts.toSpliced(at, 0, 'Added')],
    ['one heading is removed', (texts, at) => texts.toSpliced(at, 1)],
    ['one heading is moved to the end', (texts, at) => [...texts.toSpliced(at, 1), texts[at] ?? '']],
  ])('ids are stable when %s in one of them, with any alignment', (_, edit) => {
    fc.assert(
      fc.property(plainTexts, fc.nat(), alignments, (texts, position, counterparts) => {
        const published = anchor([outline('ko', texts.map(inKorean)), outline('en', texts)]);
        const recordOf = (locale: string, digests: readonly string[]) =>
          digests.map((digest, index) => ({ id: published.ids.get(locale)?.[index] ?? '', digest }));
        const edited = edit(texts, position % texts.length);
        const ko = {
          ...outline('ko', texts.map(inKorean)),
          published: recordOf('ko', texts.map(inKorean)),
          counterparts,
        };
        const en = { ...outline('en', edited), published: recordOf('en', texts) };
        const { ids } = anchor([ko, en]);
        expect(ids.get('ko')).toEqual(published.ids.get('ko'));
        const before = new Map(texts.map((text, index) => [text, published.ids.get('en')?.[index]]));
        edited.forEach((text, index) => {
          if (before.has(text)) expect(ids.get('en')?.[index]).toBe(before.get(text));
        });
        if (edited.length === texts.length && edited.includes('Reworded'))
          expect(ids.get('en')).toEqual(published.ids.get('en'));
      }),
    );
  });
});

const commonWords = fc.constantFrom(
  '원인',
  'Example',
  'example 1',
  'Footnote label',
  'section',
  '🎉',
  'Table 1',
  '',
);
const words = fc.oneof({ weight: 3, arbitrary: commonWords }, fc.string({ unit: 'grapheme' }));
const plainTexts = fc
  .uniqueArray(words, { minLength: 1, maxLength: 8 })
  .filter((texts) => !texts.some((text) => ['Added', 'Reworded'].includes(text)));
const alignments = fc.array(fc.option(fc.nat(9), { nil: undefined }), { maxLength: 9 });

function inKorean(text: string): string {
  return `한국어 ${text}`;
}

/** Generates outlines without duplicate explicit ids, with records in any state a merge could leave them. */
function outlinesIn(locale: string, explicitWord: string): fc.Arbitrary<Outline> {
  const explicitIds = fc.integer({ min: 1, max: 9 }).map((number) => `${explicitWord}-${number}`);
  const headings = fc
    .record({ text: words, explicitId: fc.option(explicitIds, { nil: undefined }) })
    .map(({ text, explicitId }) => anchorable(text, { explicitId }));
  const others = fc
    .record({ kind: fc.constantFrom('figure' as const, 'table' as const), digest: commonWords })
    .map((options) => anchorable('', options));
  const footnotes = fc
    .record({
      text: fc.constantFrom('1', '2', 'a', 'a-2', '원인'),
      references: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ text, references }) => anchorable(text, { kind: 'footnote', references }));
  const publishedIds = fc.constantFrom(
    'example',
    'example-1',
    'section',
    '원인',
    'a',
    'table-1',
    'figure-1',
    'fn-a',
    'fn-1',
  );
  return fc
    .record({
      places: fc.uniqueArray(fc.oneof({ weight: 3, arbitrary: headings }, others, footnotes), {
        maxLength: 7,
        selector: ({ kind, explicitId, text }) =>
          explicitId ?? (kind === 'footnote' ? `fn-${text}` : Symbol()),
      }),
      published: fc.array(fc.record({ id: publishedIds, digest: commonWords }), { maxLength: 6 }),
      counterparts: alignments,
    })
    .map(({ places, ...others }) => ({ ...outlineOf(locale, places), ...others }));
}

const articles = fc.tuple(outlinesIn('ko', '원인'), outlinesIn('en', 'example'), outlinesIn('da', 'section'));

/** Creates an outline in which each place is one block, aligned in order by default. */
function outlineOf(locale: string, places: readonly Anchorable[]): Outline {
  return {
    locale,
    places: places.map((place, index) => ({ ...place, blocks: [index] })),
    counterparts: [...places.keys()],
  };
}

function outline(locale: string, texts: readonly string[]): Outline {
  return outlineOf(
    locale,
    texts.map((text) => anchorable(text)),
  );
}

/** Anchors an article whose source is Korean. */
function anchor(outlines: readonly Outline[]): Anchors {
  return anchorArticle(outlines, 'ko');
}

function idsOf({ ids }: Anchors): Record<string, readonly string[]> {
  return Object.fromEntries(ids);
}
