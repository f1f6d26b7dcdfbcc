import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignTexts, type AlignableBlock } from '../alignment/index.ts';
import { parseMarkdown, surveyMarkdown } from '../markdown/index.ts';
import { shortDigest, type SourceChange, type SyncRecord, type TranslationState } from '../model/index.ts';
import { syncRecord } from '../testing/builders.ts';
import { findTranslationState, findUntouched, stampTranslation, type TranslationTexts } from './index.ts';

/** A block as a text of one paragraph has it. */
function block(text: string, said: Partial<AlignableBlock> = {}): AlignableBlock {
  const unsaid = { footnote: undefined, only: undefined, pair: undefined, depth: undefined, facts: [] };
  return { type: 'paragraph', digest: shortDigest(text), around: '', text, ...unsaid, ...said };
}

/** A text of paragraphs of one letter each. */
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

/** A record that says of each letter of the source which letter of the translation renders it. */
function stamp(source: readonly AlignableBlock[], translation: readonly AlignableBlock[]): SyncRecord {
  const texts = { source: [...source], translation: [...translation], record: undefined };
  return stampTranslation({
    source: { locale: 'ko', blocks: source },
    translation: { blocks: translation },
    alignment: align(texts),
    anchors: [],
  });
}

const ko = blocks('가나다라마');
const en = blocks('abcde');
const record = stamp(ko, en);

function changesOf(
  source: readonly AlignableBlock[],
  translation: readonly AlignableBlock[] = en,
  said = record,
) {
  const texts = { source: [...source], translation: [...translation], record: said };
  const state = findTranslationState({ ...texts, alignment: align(texts) });
  return state.type === 'outdated' ? state.changes : state.type;
}

function change(said: Partial<SourceChange>): SourceChange {
  return { kind: 'changed', source: undefined, renders: [], after: undefined, ...said };
}

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

  test('자리만 옮긴 블록은 다시 옮길 것이 없다', () => {
    expect(changesOf(blocks('나다라가마'))).toBe('current');
    expect(changesOf(blocks('마라다나가'))).toBe('current');
  });

  test('옮긴 글의 차례가 달라도 짝을 안다', () => {
    const swapped = blocks('badce');
    expect(changesOf(blocks('가X다라마'), swapped)).toEqual([change({ source: 1, renders: [0] })]);
  });
});

describe('What has been edited in the translation since', () => {
  const edited = blocks('가X다라마');

  test('is still known by its place between neighbours', () => {
    const now = blocks('aBcde');
    expect(changesOf(edited, now)).toEqual([change({ source: 1, renders: [1] })]);
  });

  test('counts as touched; what was left as it was does not', () => {
    const untouched = (translation: string): number => {
      const texts = { source: edited, translation: blocks(translation), record };
      return findUntouched({ ...texts, alignment: align(texts) }).length;
    };
    expect(untouched('abcde')).toBe(1);
    expect(untouched('aBcde')).toBe(0);
    expect(untouched('abCde')).toBe(1);
  });

  test('and taken out with what it rendered leaves nothing to do', () => {
    expect(changesOf(blocks('가나라마'), blocks('abde'))).toBe('current');
  });

  test('and added where the source was added to counts as touched', () => {
    const source = blocks('가나다라마X');
    const translation = blocks('abcdex');
    const texts = { source, translation, record };
    expect(findUntouched({ ...texts, alignment: align(texts) })).toEqual([]);
    const alone = { source, translation: en, record };
    expect(findUntouched({ ...alone, alignment: align(alone) })).toHaveLength(1);
  });
});

describe('Blocks that several blocks render', () => {
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
    ['one of two that is gone', '가다라', [change({ kind: 'removed', renders: [0] })]],
    ['one by none', '가나다X', [change({ source: 3, renders: [], after: 2 })]],
    ['none, where it is gone', '가나다', 'current'],
  ])('%s', (_, source, expected) => {
    expect(changes(source)).toEqual(expected);
  });
});

describe('What is meant for one language alone', () => {
  const alone = block('X', { only: 'ko' });

  test('need not be rendered when it comes', () => {
    expect(changesOf([...ko, alone])).toBe('current');
  });

  test('nor when it changes', () => {
    const said = stamp([...ko, alone], en);
    expect(changesOf([...ko, block('Y', { only: 'ko' })], en, said)).toBe('current');
  });

  test('but was rendered before, is a change', () => {
    const now = ko.map((each, index) => (index === 1 ? alone : each));
    expect(changesOf(now)).toEqual([change({ source: 1, renders: [1] })]);
  });
});

test('a footnote between paragraphs does not draw what comes after it to the end of the translation', () => {
  const note = block('주', { footnote: 'a' });
  const source = [block('가'), note, block('나')];
  const translation = [block('a'), block('b'), block('n', { footnote: 'a' })];
  const said = syncRecord({
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
  expect(changesOf(now, translation, said)).toEqual([change({ kind: 'added', source: 2, after: 0 })]);
});

describe('Nothing is known of a translation', () => {
  test.each<[string, Partial<TranslationTexts>]>([
    ['that has no record', { record: undefined }],
    ['whose record has no segments', { record: syncRecord() }],
    ['that is empty', { translation: [] }],
  ])('%s', (_, said) => {
    expect(findTranslationState({ source: ko, translation: en, record, ...said })).toEqual({
      type: 'unrecorded',
    } satisfies TranslationState);
  });
});

describe('Five hundred times the same block', () => {
  const same = Array.from({ length: 500 }, () => block('같다'));
  const rendered = Array.from({ length: 500 }, () => block('same'));
  const said = stamp(same, rendered);

  test('is current as it was stamped', () => {
    expect(changesOf(same, rendered, said)).toBe('current');
  });

  test('of which one has changed is told apart by its place', () => {
    const now = same.map((each, index) => (index === 250 ? block('다르다') : each));
    expect(changesOf(now, rendered, said)).toEqual([change({ source: 250, renders: [250] })]);
  });

  test('of which one is gone has one change', () => {
    expect(changesOf(same.slice(1), rendered, said)).toMatchObject([{ kind: 'removed' }]);
  });
});

test('two thousand blocks against three are told, each once', () => {
  const many = Array.from({ length: 2000 }, (_, index) => block(`${index}`));
  expect(changesOf(many, en.slice(0, 3), stamp(ko.slice(0, 3), en.slice(0, 3)))).toHaveLength(2000);
});

describe('A translation that has just been stamped', () => {
  const texts = fc.array(fc.constantFrom('가', '나', '다', '라', '마', '바', '사'), {
    minLength: 1,
    maxLength: 20,
  });
  const blocksOf = (words: readonly string[], mark = '') => words.map((word) => block(word + mark));

  test('is current', () => {
    fc.assert(
      fc.property(texts, texts, (source, translation) => {
        const [a, b] = [blocksOf(source), blocksOf(translation, "'")];
        expect(changesOf(a, b, stamp(a, b))).toBe('current');
      }),
    );
  });

  test('is outdated by exactly the block that is edited', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (words, seed) => {
        const [a, b] = [blocksOf(words), blocksOf(words, "'")];
        const at = seed % words.length;
        const now = a.map((each, index) => (index === at ? block('새') : each));
        expect(changesOf(now, b, stamp(a, b))).toEqual([change({ source: at, renders: [at] })]);
      }),
    );
  });

  test('is current again when a change that leaves it right is stamped', () => {
    fc.assert(
      fc.property(texts, texts, texts, (was, now, translation) => {
        const [a, b, c] = [blocksOf(was), blocksOf(now), blocksOf(translation, "'")];
        expect(changesOf(b, c, stamp(a, c))).toSatisfy(
          (found) => found === 'current' || Array.isArray(found),
        );
        expect(changesOf(b, c, stamp(b, c))).toBe('current');
      }),
    );
  });

  test('names blocks that are there, and none twice, whatever has happened to both texts', () => {
    fc.assert(
      fc.property(texts, texts, texts, texts, (a, b, c, d) => {
        const changes = changesOf(blocksOf(c), blocksOf(d, "'"), stamp(blocksOf(a), blocksOf(b, "'")));
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

  test('stays current when lines are broken elsewhere and lists marked otherwise', () => {
    const parse = (markdown: string): AlignableBlock[] => [...surveyMarkdown(parseMarkdown(markdown)).blocks];
    const source = parse('## 꼬리\n\n평균은 꼬리를 숨긴다.\n\n- 하나\n- 둘\n');
    const translation = parse('## Tail\n\nMeans hide tails.\n\n- One\n- Two\n');
    const reflowed = parse('## 꼬리\n\n평균은\n꼬리를\n숨긴다.\n\n* 하나\n\n* 둘\n'.normalize('NFD'));
    expect(changesOf(reflowed, translation, stamp(source, translation))).toBe('current');
  });
});
