import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heading } from '../testing/builders.ts';
import { anchorArticle, haveSameShape, type Anchors, type Outline } from './anchor.ts';

describe('The headings of an article', () => {
  test('have the same anchors in every language, named by the English', () => {
    const anchors = anchorArticle(
      [outline('ko', ['원인', '결과']), outline('en', ['Cause', 'Effect'])],
      'ko',
    );
    expect(idsOf(anchors)).toEqual({ ko: ['cause', 'effect'], en: ['cause', 'effect'] });
    expect(anchors).toMatchObject({ unpaired: [], reference: 'en' });
  });

  test('are named by the language written first where there is no English', () => {
    const anchors = anchorArticle([outline('da', ['Årsag']), outline('ko', ['원인'])], 'ko');
    expect(idsOf(anchors)).toEqual({ da: ['원인'], ko: ['원인'] });
    expect(anchors.reference).toBe('ko');
  });

  test('have anchors of their own in a language of another shape, which is named', () => {
    const anchors = anchorArticle(
      [outline('ko', ['원인', '결과']), outline('en', ['Cause']), outline('da', ['Årsag'])],
      'ko',
    );
    expect(idsOf(anchors)).toEqual({ ko: ['원인', '결과'], en: ['cause'], da: ['cause'] });
    expect(anchors.unpaired).toEqual(['ko']);
  });

  test('are none where there is no text', () => {
    expect(anchorArticle([], 'ko')).toEqual({ ids: new Map(), unpaired: [], reference: 'ko' });
  });

  test('are of the same shape where their levels are the same in the same order', () => {
    const shape = (...depths: number[]): Outline => ({
      locale: 'ko',
      headings: depths.map((depth) => heading('원인', { depth })),
    });
    expect(haveSameShape(shape(2, 3, 2), shape(2, 3, 2))).toBe(true);
    expect(haveSameShape(shape(2, 3, 2), shape(2, 2, 3))).toBe(false);
    expect(haveSameShape(shape(2, 3), shape(2, 3, 2))).toBe(false);
    expect(haveSameShape(shape(), shape())).toBe(true);
  });
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
    expect(idsOf(anchorArticle([outline('en', [text])], 'en'))).toEqual({ en: [id] });
  });

  test('gets a number where another heading has it already, made or written', () => {
    const headings = [heading('Example'), heading('Example'), heading('Why', { explicitId: 'example-1' })];
    expect(idsOf(anchorArticle([{ locale: 'en', headings }], 'en'))).toEqual({
      en: ['example', 'example-2', 'example-1'],
    });
  });

  test('leaves the anchor of the footnotes to the footnotes', () => {
    expect(idsOf(anchorArticle([outline('en', ['Footnote label'])], 'en'))).toEqual({
      en: ['footnote-label-1'],
    });
  });
});

describe('An anchor that an author has written', () => {
  test('wins over the heading and over what was published, in every language', () => {
    const ko = { locale: 'ko', headings: [heading('원인', { explicitId: 'root-cause' })] };
    const en = { ...outline('en', ['Cause']), kept: [{ id: 'cause', digest: 'Cause' }] };
    expect(idsOf(anchorArticle([ko, en], 'ko'))).toEqual({ ko: ['root-cause'], en: ['root-cause'] });
  });

  test('is taken from the English where two languages differ', () => {
    const ko = { locale: 'ko', headings: [heading('원인', { explicitId: 'won-in' })] };
    const en = { locale: 'en', headings: [heading('Cause', { explicitId: 'cause' })] };
    expect(idsOf(anchorArticle([ko, en], 'ko'))).toEqual({ ko: ['cause'], en: ['cause'] });
  });

  test('is not given to the heading it was once published for', () => {
    const headings = [heading('Cause'), heading('Effect', { explicitId: 'cause' })];
    const kept = [{ id: 'cause', digest: 'Cause' }];
    expect(idsOf(anchorArticle([{ locale: 'en', headings, kept }], 'en'))).toEqual({
      en: ['cause-1', 'cause'],
    });
  });
});

describe('An anchor once published', () => {
  const kept = ['a', 'b', 'c'].map((text) => ({ id: `old-${text}`, digest: text }));

  test.each([
    ['nothing changed', ['a', 'b', 'c'], ['old-a', 'old-b', 'old-c']],
    ['a heading was reworded', ['a', 'x', 'c'], ['old-a', 'old-b', 'old-c']],
    ['all were reworded', ['x', 'y', 'z'], ['old-a', 'old-b', 'old-c']],
    ['one was inserted', ['a', 'x', 'b', 'c'], ['old-a', 'x', 'old-b', 'old-c']],
    ['one was reworded and one added', ['x', 'b', 'c', 'y'], ['old-a', 'old-b', 'old-c', 'y']],
    ['one was taken out', ['a', 'c'], ['old-a', 'old-c']],
    ['one was moved to the end', ['b', 'c', 'a'], ['old-b', 'old-c', 'a']],
    ['two stand where one was', ['a', 'x', 'y', 'c'], ['old-a', 'x', 'y', 'old-c']],
    ['all were taken out', [], []],
  ])('is kept as far as can be known when %s', (_, texts, ids) => {
    expect(idsOf(anchorArticle([{ ...outline('en', texts), kept }], 'en'))).toEqual({ en: ids });
  });

  test('is kept when English is added later', () => {
    const ko = { ...outline('ko', ['원인']), kept: [{ id: '원인', digest: '원인' }] };
    expect(idsOf(anchorArticle([ko, outline('en', ['Cause'])], 'ko'))).toEqual({
      ko: ['원인'],
      en: ['원인'],
    });
  });
});

describe('Whatever the headings are,', () => {
  test('no two headings of a text have the same anchor, unless an author gave both the same', () => {
    fc.assert(
      fc.property(articles, (outlines) => {
        for (const ids of anchorArticle(outlines, 'ko').ids.values()) expect(ids).toEqual([...new Set(ids)]);
      }),
    );
  });

  test('every heading has an anchor, and it is one word', () => {
    fc.assert(
      fc.property(articles, (outlines) => {
        const { ids } = anchorArticle(outlines, 'ko');
        for (const { locale, headings } of outlines) expect(ids.get(locale)).toHaveLength(headings.length);
        expect([...ids.values()].flat().filter((id) => !/^\S+$/.test(id))).toEqual([]);
      }),
    );
  });

  test('languages of the same shape share their anchors', () => {
    fc.assert(
      fc.property(articles, (outlines) => {
        const { ids, unpaired, reference } = anchorArticle(outlines, 'ko');
        for (const { locale } of outlines)
          if (!unpaired.includes(locale)) expect(ids.get(locale)).toEqual(ids.get(reference));
      }),
    );
  });

  test('an anchor that an author has written is the heading’s', () => {
    fc.assert(
      fc.property(outlinesIn('en', 'example'), (given) => {
        const ids = anchorArticle([given], 'en').ids.get('en') ?? [];
        given.headings.forEach(({ explicitId }, index) => {
          if (explicitId !== undefined) expect(ids[index]).toBe(explicitId);
        });
      }),
    );
  });

  test('anchors that have been published stay when one heading is reworded', () => {
    fc.assert(
      fc.property(plainTexts, fc.nat(), (texts, at) => {
        const published = publish(texts);
        const reworded = texts.with(at % texts.length, 'Reworded');
        expect(idsAfter(published, reworded)).toEqual(published.map(({ id }) => id));
      }),
    );
  });

  test('anchors that have been published stay when a heading is inserted', () => {
    fc.assert(
      fc.property(plainTexts, fc.nat(), (texts, position) => {
        const published = publish(texts);
        const at = position % (texts.length + 1);
        const ids = idsAfter(published, texts.toSpliced(at, 0, 'Inserted'));
        expect(ids.toSpliced(at, 1)).toEqual(published.map(({ id }) => id));
      }),
    );
  });
});

const commonWords = fc.constantFrom('원인', 'Example', 'example 1', 'Footnote label', 'section', '🎉', '');
const words = fc.oneof({ weight: 3, arbitrary: commonWords }, fc.string({ unit: 'grapheme' }));
const plainTexts = fc.uniqueArray(words, { minLength: 1, maxLength: 8 });

/** Outlines whose authors gave no two headings the same anchor, and whose records are as merges may have left them. */
function outlinesIn(locale: string, explicitWord: string): fc.Arbitrary<Outline> {
  const explicitIds = fc.integer({ min: 1, max: 9 }).map((number) => `${explicitWord}-${number}`);
  const headings = fc
    .record({
      depth: fc.constantFrom(2, 3),
      text: words,
      explicitId: fc.option(explicitIds, { nil: undefined }),
    })
    .map(({ text, ...said }) => heading(text, said));
  const keptIds = fc.constantFrom('example', 'example-1', 'section', '원인', 'a', 'b');
  return fc.record({
    locale: fc.constant(locale),
    headings: fc.uniqueArray(headings, {
      maxLength: 6,
      selector: ({ explicitId }) => explicitId ?? Symbol(),
    }),
    kept: fc.array(fc.record({ id: keptIds, digest: commonWords }), { maxLength: 6 }),
  });
}

const articles = fc.tuple(outlinesIn('ko', '원인'), outlinesIn('en', 'example'), outlinesIn('da', 'section'));

function outline(locale: string, texts: readonly string[]): Outline {
  return { locale, headings: texts.map((text) => heading(text)) };
}

function idsOf({ ids }: Anchors): Record<string, readonly string[]> {
  return Object.fromEntries(ids);
}

function publish(texts: readonly string[]) {
  const ids = anchorArticle([outline('en', texts)], 'en').ids.get('en') ?? [];
  return texts.map((text, index) => ({ id: ids[index] ?? '', digest: text }));
}

function idsAfter(kept: Outline['kept'], texts: readonly string[]): readonly string[] {
  return anchorArticle([{ ...outline('en', texts), kept }], 'en').ids.get('en') ?? [];
}
