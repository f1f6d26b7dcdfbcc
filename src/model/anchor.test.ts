import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorable } from '../testing/builders.ts';
import { anchorArticle, referenceOf, type Anchors, type Outline } from './anchor.ts';
import { idsOfPlace, listIds, type Anchorable } from './anchorable.ts';

describe('The headings of an article', () => {
  test('have the anchors of their counterparts in every language, named by the English', () => {
    const anchors = anchor([outline('ko', ['원인', '결과']), outline('en', ['Cause', 'Effect'])]);
    expect(idsOf(anchors)).toEqual({ ko: ['cause', 'effect'], en: ['cause', 'effect'] });
    expect(anchors.reference).toBe('en');
  });

  test('are named by the language written first where there is no English', () => {
    const anchors = anchor([outline('da', ['Årsag']), outline('ko', ['원인'])]);
    expect(idsOf(anchors)).toEqual({ da: ['원인'], ko: ['원인'] });
    expect(anchors.reference).toBe('ko');
  });

  test('share them where one language has a heading more in the middle, which has its own', () => {
    const ko = { ...outline('ko', ['원인', '덧붙임', '결과']), counterparts: [0, undefined, 1] };
    const anchors = anchor([ko, outline('en', ['Cause', 'Effect'])]);
    expect(idsOf(anchors)).toEqual({ ko: ['cause', '덧붙임', 'effect'], en: ['cause', 'effect'] });
    expect(Object.fromEntries(anchors.counterparts)).toEqual({ ko: [0, undefined, 1], en: [0, 1] });
  });

  test('share them in three languages, all by the reference', () => {
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

  test('without a counterpart have an anchor that no other heading has in any language', () => {
    const anchors = anchor([
      { ...outline('ko', ['Setup', '끝']), counterparts: [] },
      { ...outline('da', ['Setup']), counterparts: [] },
      outline('en', ['Setup']),
    ]);
    expect(idsOf(anchors)).toEqual({ ko: ['setup-1', '끝'], da: ['setup-2'], en: ['setup'] });
  });

  test('pair with headings alone', () => {
    const ko = { ...outline('ko', ['원인']), counterparts: [0] };
    const en = { locale: 'en', places: [anchorable('', { kind: 'table', blocks: [0] })] };
    expect(idsOf(anchor([ko, en]))).toEqual({ ko: ['원인'], en: ['table-1'] });
  });

  test('are none where there is no text', () => {
    expect(anchor([])).toEqual({ ids: new Map(), counterparts: new Map(), reference: undefined });
  });
});

test.each([
  [['ko', 'en', 'da'], 'ko', 'en'],
  [['da', 'ko'], 'ko', 'ko'],
  [['no', 'da'], 'ko', 'da'],
  [[], 'ko', undefined],
])('of %j, of which %s was written first, the anchors are named by %s', (locales, source, reference) => {
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
  ])('“%s” is “%s”', (text, id) => {
    expect(idsOf(anchor([outline('en', [text])]))).toEqual({ en: [id] });
  });

  test('gets a number where another heading has it already, made or written', () => {
    const places = [
      anchorable('Example'),
      anchorable('Example'),
      anchorable('Why', { explicitId: 'example-1' }),
    ];
    expect(idsOf(anchor([{ locale: 'en', places }]))).toEqual({ en: ['example', 'example-2', 'example-1'] });
  });

  test('leaves the anchor of the footnotes to the footnotes', () => {
    expect(idsOf(anchor([outline('en', ['Footnote label'])]))).toEqual({ en: ['footnote-label-1'] });
  });
});

describe('An anchor that an author has written', () => {
  test('wins over the heading and over what was published, in every language', () => {
    const ko = outlineOf('ko', [anchorable('원인', { explicitId: 'root-cause' })]);
    const en = { ...outline('en', ['Cause']), published: [{ id: 'cause', digest: 'Cause' }] };
    expect(idsOf(anchor([ko, en]))).toEqual({ ko: ['root-cause'], en: ['root-cause'] });
  });

  test('is taken from the English where two languages differ', () => {
    const ko = outlineOf('ko', [anchorable('원인', { explicitId: 'won-in' })]);
    const en = outlineOf('en', [anchorable('Cause', { explicitId: 'cause' })]);
    expect(idsOf(anchor([ko, en]))).toEqual({ ko: ['cause'], en: ['cause'] });
  });

  test('pairs the headings that have it, whatever alignment says', () => {
    const ko = outlineOf('ko', [anchorable('결과', { explicitId: 'effect' }), anchorable('원인')]);
    const en = outlineOf('en', [anchorable('Cause'), anchorable('Effect', { explicitId: 'effect' })]);
    const anchors = anchor([ko, en]);
    expect(idsOf(anchors)).toEqual({ ko: ['effect', '원인'], en: ['cause', 'effect'] });
    expect(anchors.counterparts.get('ko')).toEqual([1, undefined]);
  });

  test('is not given to the heading it was once published for', () => {
    const places = [anchorable('Cause'), anchorable('Effect', { explicitId: 'cause' })];
    const published = [{ id: 'cause', digest: 'Cause' }];
    expect(idsOf(anchor([{ locale: 'en', places, published }]))).toEqual({ en: ['cause-1', 'cause'] });
  });
});

describe('An anchor once published', () => {
  test('is published when English is added later', () => {
    const ko = { ...outline('ko', ['원인']), published: [{ id: '원인', digest: '원인' }] };
    expect(idsOf(anchor([ko, outline('en', ['Cause'])]))).toEqual({ ko: ['원인'], en: ['원인'] });
  });

  test('is known by the other language where its own can’t tell', () => {
    const published = ['a', 'b'].map((id) => ({ id, digest: `Old ${id}` }));
    const en = { ...outline('en', ['New a', 'More', 'New b']), published };
    const ko = {
      ...outline('ko', ['가', '나']),
      published: ['가', '나'].map((digest, index) => ({ id: ['a', 'b'][index] ?? '', digest })),
      counterparts: [0, 2],
    };
    expect(idsOf(anchor([ko, en]))).toEqual({ ko: ['a', 'b'], en: ['a', 'more', 'b'] });
  });

  test('pairs what was one place in two languages, though alignment has lost it', () => {
    const published = (texts: readonly string[]) =>
      texts.map((digest, index) => ({ id: ['a', 'b'][index] ?? '', digest }));
    const ko = { ...outline('ko', ['가', '나']), published: published(['가', '나']) };
    const en = { ...outline('en', ['New', 'A', 'B']), published: published(['A', 'B']) };
    expect(idsOf(anchor([ko, en]))).toEqual({ ko: ['a', 'b'], en: ['new', 'a', 'b'] });
  });

  test('stays with what reads as it did, and not with what stands where something was', () => {
    const published = [{ id: 'cause', digest: 'Cause' }];
    const ko = { ...outline('ko', ['새 제목']), published, counterparts: [] };
    const en = { ...outline('en', ['Other', 'Cause']), published };
    expect(idsOf(anchor([ko, en])).en).toEqual(['other', 'cause']);
  });

  test.each(['', 'two words', 'a#b', 'page:main', '{a}'])(
    'that no author could write, such as “%s”, comes from a damaged file, and is made anew',
    (id) => {
      expect(idsOf(anchor([{ ...outline('en', ['Cause']), published: [{ id, digest: 'Cause' }] }]))).toEqual({
        en: ['cause'],
      });
    },
  );

  test('of two headings that read alike stays theirs when others are added', () => {
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

  test('are numbered as the English has them, and what one language has alone comes after', () => {
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

  test('pass over the anchors that headings have', () => {
    const en = outlineOf('en', [table('a'), anchorable('Table 1')]);
    expect(idsOf(anchor([en]))).toEqual({ en: ['table-2', 'table-1'] });
  });

  test('never get a number that another of them was published under', () => {
    const published = ['table-1', 'table-2'].map((id) => ({ id, digest: id }));
    const en = { ...outlineOf('en', [table('new'), table('table-2'), table('newer')]), published };
    expect(idsOf(anchor([en]))).toEqual({ en: ['table-1', 'table-2', 'table-3'] });
    const without = { ...outlineOf('en', [table('table-2'), table('new'), table('newer')]), published };
    expect(idsOf(anchor([without]))).toEqual({ en: ['table-2', 'table-3', 'table-4'] });
  });
});

describe('Footnotes', () => {
  const footnote = (text: string, said: Partial<Anchorable> = {}): Anchorable =>
    anchorable(text, { kind: 'footnote', ...said });

  test('have the label of their counterpart in all languages', () => {
    const ko = { ...outlineOf('ko', [footnote('1'), footnote('2')]), counterparts: [1, 0] };
    const en = outlineOf('en', [footnote('note'), footnote('other')]);
    expect(idsOf(anchor([ko, en]))).toEqual({ ko: ['fn-other', 'fn-note'], en: ['fn-note', 'fn-other'] });
  });

  test('of one name are one, though they may align otherwise; of one number they need not be', () => {
    const ko = { ...outlineOf('ko', [footnote('b'), footnote('1')]), counterparts: [0] };
    const en = outlineOf('en', [footnote('a'), footnote('b'), footnote('1')]);
    expect(idsOf(anchor([ko, en]))).toEqual({ ko: ['fn-b', 'fn-1-1'], en: ['fn-a', 'fn-b', 'fn-1'] });
  });

  test('are found by any of the blocks that they are made of', () => {
    const ko = {
      locale: 'ko',
      places: [footnote('1', { blocks: [4, 5] })],
      counterparts: [0, 1, 2, 3, undefined, 9],
    };
    const en = { locale: 'en', places: [footnote('note', { blocks: [8, 9] })] };
    expect(idsOf(anchor([ko, en])).ko).toEqual(['fn-note']);
  });

  test('share no id with the references of others, nor with headings', () => {
    const en = outlineOf('en', [
      anchorable('Fnref a 2'),
      footnote('a', { references: 2 }),
      footnote('a-2'),
      anchorable('Own', { explicitId: 'fn-b' }),
      footnote('b'),
    ]);
    expect(idsOf(anchor([en]))).toEqual({ en: ['fnref-a-2-2', 'fn-a', 'fn-a-2-1', 'fn-b', 'fn-b-1'] });
  });

  test('keep the label that they were published under', () => {
    const published = [{ id: 'fn-1', digest: 'note' }];
    expect(idsOf(anchor([{ ...outlineOf('en', [footnote('note')]), published }]))).toEqual({ en: ['fn-1'] });
  });

  test('have ids for all their calls', () => {
    expect(idsOfPlace({ kind: 'footnote', references: 3 }, 'fn-a')).toEqual([
      'fn-a',
      'fnref-a',
      'fnref-a-2',
      'fnref-a-3',
    ]);
    expect(idsOfPlace({ kind: 'heading' }, 'fn-a')).toEqual(['fn-a']);
  });
});

describe('Whatever a text holds,', () => {
  test('no two places of it have the same id, unless an author gave both the same', () => {
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

  test('every place has an anchor, and it is one word', () => {
    fc.assert(
      fc.property(articles, (outlines) => {
        const { ids } = anchor(outlines);
        for (const { locale, places } of outlines) expect(ids.get(locale)).toHaveLength(places.length);
        expect([...ids.values()].flat().filter((id) => !/^\S+$/.test(id))).toEqual([]);
      }),
    );
  });

  test('one id in two languages means counterparts, and counterparts have one id', () => {
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

  test('a counterpart is of the same kind, and no one else’s', () => {
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

  test('an anchor that an author has written is the heading’s', () => {
    fc.assert(
      fc.property(outlinesIn('en', 'example'), (given) => {
        const ids = anchor([given]).ids.get('en') ?? [];
        given.places.forEach(({ explicitId }, index) => {
          if (explicitId !== undefined) expect(ids[index]).toBe(explicitId);
        });
      }),
    );
  });

  test('the order in which the languages are read changes nothing', () => {
    fc.assert(
      fc.property(articles, (outlines) => {
        expect(idsOf(anchor([...outlines].reverse()))).toEqual(idsOf(anchor(outlines)));
      }),
    );
  });
});

describe('Whatever has been published, in two languages,', () => {
  test.each<[string, (texts: readonly string[], at: number) => string[]]>([
    ['one heading is reworded', (texts, at) => texts.with(at, 'Reworded')],
    ['one heading is added', (texts, at) => texts.toSpliced(at, 0, 'Added')],
    ['one heading is taken out', (texts, at) => texts.toSpliced(at, 1)],
    ['one heading is moved to the end', (texts, at) => [...texts.toSpliced(at, 1), texts[at] ?? '']],
  ])('ids stay when %s in one of them, however it aligns', (_, edit) => {
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

/** Outlines whose authors gave no two headings the same anchor, and whose records are as merges may have left them. */
function outlinesIn(locale: string, explicitWord: string): fc.Arbitrary<Outline> {
  const explicitIds = fc.integer({ min: 1, max: 9 }).map((number) => `${explicitWord}-${number}`);
  const headings = fc
    .record({ text: words, explicitId: fc.option(explicitIds, { nil: undefined }) })
    .map(({ text, explicitId }) => anchorable(text, { explicitId }));
  const others = fc
    .record({ kind: fc.constantFrom('figure' as const, 'table' as const), digest: commonWords })
    .map((said) => anchorable('', said));
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
    .map(({ places, ...said }) => ({ ...outlineOf(locale, places), ...said }));
}

const articles = fc.tuple(outlinesIn('ko', '원인'), outlinesIn('en', 'example'), outlinesIn('da', 'section'));

/** An outline whose places are one block each, and pair by order if nothing else is said. */
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

/** The anchors of an article that was written first in Korean. */
function anchor(outlines: readonly Outline[]): Anchors {
  return anchorArticle(outlines, 'ko');
}

function idsOf({ ids }: Anchors): Record<string, readonly string[]> {
  return Object.fromEntries(ids);
}
