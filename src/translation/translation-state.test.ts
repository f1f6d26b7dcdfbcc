import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignTexts, type AlignableBlock } from '../alignment/index.ts';
import { parseMarkdown, surveyMarkdown } from '../markdown/index.ts';
import { shortDigest, type SourceChange, type SyncRecord, type TranslationState } from '../model/index.ts';
import { syncRecord } from '../testing/builders.ts';
import {
  findTranslationState,
  findUneditedChanges,
  createTranslationRecord,
  type TranslationTexts,
} from './index.ts';

/** Creates a paragraph block. */
function block(text: string, overrides: Partial<AlignableBlock> = {}): AlignableBlock {
  const defaults = { footnote: undefined, only: undefined, pair: undefined, depth: undefined, facts: [] };
  return { type: 'paragraph', digest: shortDigest(text), containers: '', text, ...defaults, ...overrides };
}

/** Creates one paragraph per letter. */
function blocks(letters: string): AlignableBlock[] {
  return Array.from(letters, (letter) => block(letter));
}

type Texts = Pick<TranslationTexts, 'record'> & { source: AlignableBlock[]; translation: AlignableBlock[] };

function align({ source, translation, record }: Texts) {
  return alignTexts(
    { locale: 'ko', blocks: source },
    { locale: 'en', blocks: translation },
    record?.segments,
  );
}

/** Creates the record of a translation that is up to date. */
function recordOf(source: readonly AlignableBlock[], translation: readonly AlignableBlock[]): SyncRecord {
  const texts = { source: [...source], translation: [...translation], record: undefined };
  return createTranslationRecord({
    source: { locale: 'ko', blocks: source },
    translation: { blocks: translation },
    alignment: align(texts),
    anchors: [],
  });
}

const ko = blocks('가나다라마');
const en = blocks('abcde');
const record = recordOf(ko, en);

function changesOf(
  source: readonly AlignableBlock[],
  translation: readonly AlignableBlock[] = en,
  recorded = record,
) {
  const texts = { source: [...source], translation: [...translation], record: recorded };
  const state = findTranslationState({ ...texts, alignment: align(texts) });
  return state.type === 'outdated' ? state.changes.map((each) => ({ ...each, was: undefined })) : state.type;
}

function change(fields: Partial<SourceChange>): SourceChange {
  return { kind: 'changed', source: undefined, renders: [], after: undefined, ...fields };
}

test('A change names the digest of the block as it was recorded, unless the block was added', () => {
  const source = blocks('X가나라마');
  const texts = { source, translation: en, record };
  const state = findTranslationState({ ...texts, alignment: align(texts) });
  const was = state.type === 'outdated' ? state.changes.map((each) => [each.kind, each.was]) : [];
  expect(was).toEqual([
    ['added', undefined],
    ['removed', ko[2]?.digest],
  ]);
});

describe('원문이 바뀌면', () => {
  test.each<[string, string, SourceChange[]]>([
    ['고친 블록과 그것을 옮긴 블록을 안다', '가X다라마', [change({ source: 1, renders: [1] })]],
    ['맨 앞에서 고쳐도', 'X나다라마', [change({ source: 0, renders: [0] })]],
    ['없앤 블록을 옮긴 블록을 안다', '가나라마', [change({ kind: 'removed', renders: [2] })]],
    [
      '더한 블록이 어디에 들어가야 하는지 안다',
      '가나X다라마',
      [change({ kind: 'added', source: 2, after: 1 })],
    ],
    ['맨 앞에 더하면 앞에는 아무것도 없다', 'X가나다라마', [change({ kind: 'added', source: 0 })]],
    ['맨 뒤에 더하면 마지막 블록 뒤다', '가나다라마X', [change({ kind: 'added', source: 5, after: 4 })]],
    [
      '여럿이 한꺼번에 바뀌어도 하나하나 안다',
      'X나다Y라',
      [
        change({ source: 0, renders: [0] }),
        change({ kind: 'added', source: 3, after: 2 }),
        change({ kind: 'removed', renders: [4] }),
      ],
    ],
    [
      '더한 블록이 이어지면 차례대로 같은 자리에 들어간다',
      '가XY나다라마',
      [change({ kind: 'added', source: 1, after: 0 }), change({ kind: 'added', source: 2, after: 0 })],
    ],
  ])('%s', (_, source, changes) => {
    expect(changesOf(blocks(source))).toEqual(changes);
  });

  test('위치만 바뀐 블록은 다시 번역할 필요가 없다', () => {
    expect(changesOf(blocks('나다라가마'))).toBe('current');
    expect(changesOf(blocks('마라다나가'))).toBe('current');
  });

  test('번역문의 순서가 달라도 대응하는 블록을 찾는다', () => {
    const swapped = blocks('badce');
    expect(changesOf(blocks('가X다라마'), swapped)).toEqual([change({ source: 1, renders: [0] })]);
  });
});

describe('A translation block that was edited after recording', () => {
  const edited = blocks('가X다라마');

  test('is identified by its position between its neighbors', () => {
    const now = blocks('aBcde');
    expect(changesOf(edited, now)).toEqual([change({ source: 1, renders: [1] })]);
  });

  test('counts as edited; unchanged blocks don’t', () => {
    const untouched = (translation: string): number => {
      const texts = { source: edited, translation: blocks(translation), record };
      return findUneditedChanges({ ...texts, alignment: align(texts) }).length;
    };
    expect(untouched('abcde')).toBe(1);
    expect(untouched('aBcde')).toBe(0);
    expect(untouched('abCde')).toBe(1);
  });

  test('is no longer needed if it was removed together with its source', () => {
    expect(changesOf(blocks('가나라마'), blocks('abde'))).toBe('current');
  });

  test('counts as edited if it was added at the position of a new source block', () => {
    const source = blocks('가나다라마X');
    const translation = blocks('abcdex');
    const texts = { source, translation, record };
    expect(findUneditedChanges({ ...texts, alignment: align(texts) })).toEqual([]);
    const alone = { source, translation: en, record };
    expect(findUneditedChanges({ ...alone, alignment: align(alone) })).toHaveLength(1);
  });
});

describe('Blocks whose numbers differ between the languages', () => {
  const joined = syncRecord({
    segments: [
      { source: [ko[0]?.digest ?? '', ko[1]?.digest ?? ''], renders: [en[0]?.digest ?? ''] },
      { source: [ko[2]?.digest ?? ''], renders: [en[1]?.digest ?? '', en[2]?.digest ?? ''] },
      { source: [ko[3]?.digest ?? ''], renders: [] },
      { source: [], renders: [en[3]?.digest ?? ''] },
    ],
  });
  const changes = (source: string) => changesOf(blocks(source), en.slice(0, 4), joined);

  test.each<[string, string, SourceChange[] | string]>([
    ['two by one', '가X다라', [change({ source: 1, renders: [0] })]],
    ['one by two', '가나X라', [change({ source: 2, renders: [1, 2] })]],
    ['one of two that was removed', '가다라', [change({ kind: 'removed', renders: [0] })]],
    ['one by none', '가나다X', [change({ source: 3, renders: [], after: 2 })]],
    ['none, after it was removed', '가나다', 'current'],
  ])('%s', (_, source, expected) => {
    expect(changes(source)).toEqual(expected);
  });
});

describe('A block meant for one language only', () => {
  const alone = block('X', { only: 'ko' });

  test('is no change when it is added', () => {
    expect(changesOf([...ko, alone])).toBe('current');
  });

  test('is no change when it is edited', () => {
    const recorded = recordOf([...ko, alone], en);
    expect(changesOf([...ko, block('Y', { only: 'ko' })], en, recorded)).toBe('current');
  });

  test('is a change if it had a translation before', () => {
    const now = ko.map((each, index) => (index === 1 ? alone : each));
    expect(changesOf(now)).toEqual([change({ source: 1, renders: [1] })]);
  });
});

test('a block added after a footnote is located by the paragraph before the footnote', () => {
  const note = block('주', { footnote: 'a' });
  const source = [block('가'), note, block('나')];
  const translation = [block('a'), block('b'), block('n', { footnote: 'a' })];
  const recorded = syncRecord({
    segments: [
      [0, 0],
      [1, 2],
      [2, 1],
    ].map(([s = 0, t = 0]) => ({
      source: [source[s]?.digest ?? ''],
      renders: [translation[t]?.digest ?? ''],
    })),
  });
  const now = [block('가'), note, block('X'), block('나')];
  expect(changesOf(now, translation, recorded)).toEqual([change({ kind: 'added', source: 2, after: 0 })]);
});

describe('The state is “unrecorded” for a translation', () => {
  test.each<[string, Partial<TranslationTexts>]>([
    ['that has no record', { record: undefined }],
    ['whose record has no segments', { record: syncRecord() }],
    ['that is empty', { translation: [] }],
  ])('%s', (_, recorded) => {
    expect(findTranslationState({ source: ko, translation: en, record, ...recorded })).toEqual({
      type: 'unrecorded',
    } satisfies TranslationState);
  });
});

describe('A text of 500 equal blocks', () => {
  const same = Array.from({ length: 500 }, () => block('같다'));
  const rendered = Array.from({ length: 500 }, () => block('same'));
  const recorded = recordOf(same, rendered);

  test('is current right after recording', () => {
    expect(changesOf(same, rendered, recorded)).toBe('current');
  });

  test('in which one changed has a change at its position', () => {
    const now = same.map((each, index) => (index === 250 ? block('다르다') : each));
    expect(changesOf(now, rendered, recorded)).toEqual([change({ source: 250, renders: [250] })]);
  });

  test('of which one was removed has one change', () => {
    expect(changesOf(same.slice(1), rendered, recorded)).toMatchObject([{ kind: 'removed' }]);
  });
});

test('2000 new blocks are 2000 changes', () => {
  const many = Array.from({ length: 2000 }, (_, index) => block(`${index}`));
  expect(changesOf(many, en.slice(0, 3), recordOf(ko.slice(0, 3), en.slice(0, 3)))).toHaveLength(2000);
});

describe('A recorded translation', () => {
  const texts = fc.array(fc.constantFrom('가', '나', '다', '라', '마', '바', '사'), {
    minLength: 1,
    maxLength: 20,
  });
  const blocksOf = (words: readonly string[], mark = '') => words.map((word) => block(word + mark));

  test('is current', () => {
    fc.assert(
      fc.property(texts, texts, (source, translation) => {
        const [a, b] = [blocksOf(source), blocksOf(translation, "'")];
        expect(changesOf(a, b, recordOf(a, b))).toBe('current');
      }),
    );
  });

  test('is outdated by exactly the block that was edited', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (words, seed) => {
        const [a, b] = [blocksOf(words), blocksOf(words, "'")];
        const at = seed % words.length;
        const now = a.map((each, index) => (index === at ? block('새') : each));
        expect(changesOf(now, b, recordOf(a, b))).toEqual([change({ source: at, renders: [at] })]);
      }),
    );
  });

  test('is current after it was recorded again', () => {
    fc.assert(
      fc.property(texts, texts, texts, (was, now, translation) => {
        const [a, b, c] = [blocksOf(was), blocksOf(now), blocksOf(translation, "'")];
        expect(changesOf(b, c, recordOf(a, c))).toSatisfy(
          (found) => found === 'current' || Array.isArray(found),
        );
        expect(changesOf(b, c, recordOf(b, c))).toBe('current');
      }),
    );
  });

  test('has changes that name existing blocks, each once, whatever was edited in both texts', () => {
    fc.assert(
      fc.property(texts, texts, texts, texts, (a, b, c, d) => {
        const changes = changesOf(blocksOf(c), blocksOf(d, "'"), recordOf(blocksOf(a), blocksOf(b, "'")));
        if (typeof changes === 'string') return;
        const sources = changes.flatMap(({ source }) => source ?? []);
        expect(new Set(sources).size).toBe(sources.length);
        for (const source of sources) expect(source).toBeLessThan(c.length);
        for (const { renders, after = 0 } of changes) {
          for (const place of [...renders, after]) expect(place).toBeLessThan(d.length);
        }
      }),
    );
  });

  test('stays current if only line breaks and list markers change', () => {
    const parse = (markdown: string) =>
      [...surveyMarkdown(parseMarkdown(markdown)).blocks] as AlignableBlock[];
    const source = parse('## 꼬리\n\n평균은 꼬리를 숨긴다.\n\n- 하나\n- 둘\n');
    const translation = parse('## Tail\n\nMeans hide tails.\n\n- One\n- Two\n');
    const reflowed = parse('## 꼬리\n\n평균은\n꼬리를\n숨긴다.\n\n* 하나\n\n* 둘\n'.normalize('NFD'));
    expect(changesOf(reflowed, translation, recordOf(source, translation))).toBe('current');
  });
});
