import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alignTexts,
  flipAlignment,
  type AlignableBlock,
  type AlignableText,
  type Alignment,
} from './index.ts';

type Partly = Partial<AlignableBlock>;

function block(text: string, partly: Partly = {}): AlignableBlock {
  return {
    type: 'paragraph',
    digest: `${partly.type ?? ''}${text}`,
    containers: '',
    depth: undefined,
    text,
    facts: [],
    footnote: undefined,
    only: undefined,
    pair: undefined,
    ...partly,
  };
}

function heading(text: string, depth = 2): AlignableBlock {
  return block(text, { type: 'heading', depth });
}

function code(text: string): AlignableBlock {
  return block(text, { type: 'code', facts: [text] });
}

function textOf(locale: string, ...blocks: (AlignableBlock | string)[]): AlignableText {
  return { locale, blocks: blocks.map((each) => (typeof each === 'string' ? block(each) : each)) };
}

/** Formats an alignment: `0=0 1,2=1 3= ~4=7`, where ~ means moved. */
function brief({ segments }: Alignment): string {
  return segments
    .map(({ source, target, isMoved }) => `${isMoved ? '~' : ''}${source.join()}=${target.join()}`)
    .join(' ');
}

const long = '꼬리 지연은 평균에 숨으므로 백분위수를 보아야 하고, 그마저도 하나로는 모자란다. '.repeat(3);
const longInEnglish =
  'Tail latency hides in the mean, so look at percentiles, and at more than one of them. '.repeat(3);

describe('Blocks in order', () => {
  test('길이가 같은 문단끼리 짝이 되고, 짝이 없는 문단은 따로 남는다', () => {
    const ko = textOf('ko', '짧다.', long, '끝이다.');
    const en = textOf('en', 'It is short.', longInEnglish, longInEnglish.slice(0, 90), 'The end.');
    expect(brief(alignTexts(ko, en))).toBe('0=0 1=1 =2 2=3');
    expect(brief(alignTexts(ko, textOf('en', longInEnglish)))).toBe('0= 1=0 2=');
  });

  test('a paragraph that is split in two in the other language is paired with both', () => {
    const ko = textOf('ko', '짧다.', long, '끝이다.');
    const half = longInEnglish.length / 2;
    const en = textOf(
      'en',
      'It is short.',
      longInEnglish.slice(0, half),
      longInEnglish.slice(half),
      'The end.',
    );
    expect(brief(alignTexts(ko, en))).toBe('0=0 1=1,2 2=3');
    expect(brief(alignTexts(en, ko))).toBe('0=0 1,2=1 3=2');
  });

  test('headings are paired with headings of their level, however much is missing between them', () => {
    const ko = textOf('ko', heading('하나'), long, long, heading('둘'), '짧다.');
    const en = textOf('en', heading('One'), heading('Two'), 'It is short.');
    expect(brief(alignTexts(ko, en))).toBe('0=0 1= 2= 3=1 4=2');
  });

  test('a heading is never paired with a paragraph, nor code with text', () => {
    const ko = textOf('ko', heading('제목'), '글', code('ps'));
    expect(brief(alignTexts(ko, textOf('en', 'Text', code('top'))))).toBe('0= 1=0 2=1');
    expect(brief(alignTexts(textOf('ko', heading('제목')), textOf('en', 'A title')))).toBe('0= =0');
  });

  test('identical code is paired, and so are pictures of the same file, whatever their description', () => {
    const picture = (description: string) => block(description, { facts: ['./막대.png'] });
    const ko = textOf('ko', long, code('ps -ef'), picture('막대 그림'), '끝이다.');
    const en = textOf(
      'en',
      code('ps -ef'),
      'Short.',
      picture('Bars, many of them, side by side'),
      'The end.',
    );
    expect(brief(alignTexts(ko, en))).toBe('0= 1=0 =1 2=2 3=3');
  });

  test('footnotes with the same label are paired wherever they are written, and come last', () => {
    const note = (label: string, text: string) =>
      block(text, { footnote: label, containers: 'footnoteDefinition/' });
    const ko = textOf('ko', '글', note('a', '가'), note('b', '나'), '글이다.');
    const en = textOf('en', 'Text', 'It is text.', note('b', 'B, as it is'), note('a', 'A'));
    const { segments } = alignTexts(ko, en);
    expect(segments.slice(0, 2)).toEqual([
      { source: [0], target: [0], isMoved: false },
      { source: [3], target: [1], isMoved: false },
    ]);
    const notes = segments.slice(2).map(({ source, target, isNote }) => [source, target, isNote]);
    expect(notes).toHaveLength(2);
    expect(notes).toContainEqual([[1], [3], true]);
    expect(notes).toContainEqual([[2], [2], true]);
  });
});

describe('A moved block', () => {
  const filler = Array.from({ length: 8 }, (_, at) =>
    block('가'.repeat(30 + 40 * at), { facts: [`f${at}`] }),
  );
  const fillerInEnglish = filler.map(({ facts }, at) => block('a'.repeat(50 + 66 * at), { facts }));

  test('is found by its code, together with its neighbors', () => {
    const ko = textOf('ko', block('다음을 치면 목록이 모두 나온다.'), code('ps -ef'), ...filler);
    const en = textOf('en', ...fillerInEnglish, block('The list shows when this is typed:'), code('ps -ef'));
    expect(brief(alignTexts(ko, en))).toBe(`~0=8 ~1=9 ${filler.map((_, at) => `${at + 2}=${at}`).join(' ')}`);
  });

  test('is not found by a shared word alone', () => {
    const ko = textOf('ko', 'Astro를 쓴다.', ...filler);
    const en = textOf('en', ...fillerInEnglish, 'Astro is fast.');
    expect(alignTexts(ko, en).segments.some(({ isMoved }) => isMoved)).toBe(false);
  });
});

describe('Comments and records', () => {
  const ko = textOf('ko', '하나', '둘', '셋');
  const en = textOf('en', 'One', 'Two', 'Three');

  test('recorded pairs apply if their blocks are unchanged', () => {
    const recorded = [
      { source: ['하나', '둘'], renders: ['One'] },
      { source: ['셋'], renders: ['gone'] },
    ];
    expect(brief(alignTexts(ko, en, recorded))).toMatch(/^0,1=0 /);
    expect(brief(alignTexts(ko, en, [{ source: ['하나'], renders: ['Three'] }]))).toContain('0=2');
  });

  test('a recorded pair of a block that occurs twice now resolves to the one that fits', () => {
    const twice = textOf('ko', heading('ㄱ'), '같다', heading('ㄴ'), '같다');
    const once = textOf('en', heading('a'), heading('b'), 'Same');
    const recorded = [{ source: ['같다'], renders: ['Same'] }];
    expect(brief(alignTexts(twice, once, recorded))).toBe('0=0 1= 2=1 3=2');
  });

  test('a block recorded without a counterpart can be paired', () => {
    expect(brief(alignTexts(ko, en, [{ source: ['둘'], renders: [] }]))).toBe('0=0 1=1 2=2');
  });

  test('a block for its own language only has no counterpart; a mark for another language is ignored', () => {
    const only = (locale: string) => textOf('ko', '하나', block('둘', { only: locale }), '셋');
    expect(brief(alignTexts(only('ko'), en))).toMatch(/(^| )1=( |$)/);
    expect(brief(alignTexts(only('en'), en))).toBe('0=0 1=1 2=2');
  });

  test('a pinned pair overrides the record', () => {
    const pinned = textOf('ko', block('하나', { pair: 'x' }), '둘', '셋');
    const other = textOf('en', 'One', block('Two', { pair: 'x' }), block('Three', { pair: 'y' }));
    const recorded = [{ source: ['하나'], renders: ['One'] }];
    expect(brief(alignTexts(pinned, other, recorded))).toContain('0=1');
  });

  test('a pin across sections moves only its two blocks', () => {
    const section = (title: string, ...blocks: (AlignableBlock | string)[]) => [
      heading(title),
      ...blocks,
      ...Array.from({ length: 8 }, (_, at) => `${title} ${at}`),
    ];
    const pin = { pair: 'x' };
    const ko = textOf('ko', ...section('가', block('여기', pin)), ...section('나'), ...section('다'));
    const en = textOf('en', ...section('a'), ...section('b'), ...section('c', block('here', pin)));
    const { segments } = alignTexts(ko, en);
    const moved = segments.filter(({ isMoved }) => isMoved);
    expect(moved).toEqual([{ source: [1], target: [19], isMoved: true }]);
    expect(segments).toContainEqual({ source: [10], target: [9], isMoved: false });
    expect(segments.filter(({ source, target }) => source.length * target.length === 0)).toEqual([]);
  });
});

describe('Extreme input', () => {
  test('all blocks are unpaired if the other text is empty', () => {
    const ko = textOf('ko', '하나', '둘');
    expect(brief(alignTexts(ko, textOf('en')))).toBe('0= 1=');
    expect(brief(alignTexts(textOf('en'), ko))).toBe('=0 =1');
    expect(alignTexts(textOf('ko'), textOf('en')).segments).toEqual([]);
  });

  test('2,000 blocks against 3 pair each of the 3', () => {
    const ko = textOf(
      'ko',
      ...Array.from({ length: 2000 }, (_, at) => block('가'.repeat(at % 90), { digest: `k${at}` })),
    );
    const { segments } = alignTexts(ko, textOf('en', 'One', longInEnglish, 'Three'));
    expect(segments.flatMap(({ source }) => source)).toHaveLength(2000);
    expect(segments.filter(({ source, target }) => source.length * target.length > 0)).toHaveLength(3);
  });

  test('500 identical blocks are paired one by one', () => {
    const same = Array.from({ length: 500 }, () => code('npm run build'));
    const { segments } = alignTexts(textOf('ko', ...same), textOf('en', ...same));
    expect(segments).toEqual(same.map((_, at) => ({ source: [at], target: [at], isMoved: false })));
    const some = alignTexts(textOf('ko', ...same), textOf('en', ...same.slice(0, 400)));
    expect(some.segments.filter(({ target }) => target.length === 1)).toHaveLength(400);
  });

  test('500 identical short paragraphs are paired one by one', () => {
    const many = (text: string) => Array.from({ length: 500 }, () => text);
    const { segments } = alignTexts(textOf('ko', ...many('같다')), textOf('en', ...many('same')));
    expect(segments).toEqual(many('').map((_, at) => ({ source: [at], target: [at], isMoved: false })));
  });
});

describe('For any two texts', () => {
  const facts = fc.array(fc.constantFrom('1', '2', 'ps', './a.png', 'https://a.b'), { maxLength: 3 });
  const anyBlock = fc.record({
    type: fc.constantFrom(
      'paragraph',
      'paragraph',
      'paragraph',
      'heading',
      'code',
      'table',
      'html',
      'figure',
    ),
    containers: fc.constantFrom('', '', 'list/', 'note/'),
    depth: fc.constantFrom(2, 3),
    text: fc.constantFrom('', 'ps', 'One two three.', '하나 둘 셋.', long, longInEnglish),
    digest: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    facts,
    footnote: fc.constantFrom(undefined, undefined, undefined, 'a', 'b'),
    only: fc.constantFrom(undefined, undefined, undefined, 'ko', 'en'),
    pair: fc.constantFrom(undefined, undefined, undefined, undefined, 'x', 'y'),
  });
  const anyText = (locale: string, size = 25) =>
    fc.array(anyBlock, { maxLength: size }).map((blocks): AlignableText => ({ locale, blocks }));
  const digests = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 2 });
  const records = fc.array(fc.record({ source: digests, renders: digests }), { maxLength: 5 });

  test('every block is in exactly one segment, even in a language that has not been measured', () => {
    fc.assert(
      fc.property(anyText('ko'), anyText('da'), records, (ko, en, recorded) => {
        const { segments } = alignTexts(ko, en, recorded);
        for (const [side, { blocks }] of [
          ['source', ko],
          ['target', en],
        ] as const) {
          const all = segments.flatMap((segment) => segment[side]).sort((a, b) => a - b);
          expect(all).toEqual([...blocks.keys()]);
        }
        expect(segments.every(({ source, target }) => source.length + target.length > 0)).toBe(true);
      }),
    );
  });

  test('segments that are not moved are in the order of both texts, with footnotes last', () => {
    fc.assert(
      fc.property(anyText('ko'), anyText('en'), records, (ko, en, recorded) => {
        const { segments } = alignTexts(ko, en, recorded);
        const parts = [false, true].map((isNote) =>
          segments.filter((each) => (each.isNote === true) === isNote),
        );
        expect(segments).toEqual(parts.flat());
        for (const part of parts) {
          const inOrder = part.filter(({ isMoved }) => !isMoved);
          for (const side of ['source', 'target'] as const) {
            const firsts = inOrder.flatMap((segment) => segment[side].slice(0, 1));
            expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
          }
        }
      }),
    );
  });

  test('exchanging the texts flips the alignment', () => {
    fc.assert(
      fc.property(anyText('ko'), anyText('en'), records, (ko, en, recorded) => {
        const exchanged = recorded.map(({ source, renders }) => ({ source: renders, renders: source }));
        expect(alignTexts(en, ko, exchanged)).toEqual(flipAlignment(alignTexts(ko, en, recorded)));
      }),
    );
  });

  test('a text and itself are paired block by block', () => {
    const whole = fc.uniqueArray(anyBlock, { selector: ({ digest }) => digest, maxLength: 8 });
    fc.assert(
      fc.property(whole, (blocks) => {
        const plain = blocks.map((each) => ({ ...each, only: undefined, pair: undefined }));
        const { segments } = alignTexts({ locale: 'en', blocks: plain }, { locale: 'en', blocks: plain });
        for (const { source, target } of segments) expect(target).toEqual(source);
      }),
    );
  });

  test('recorded pairs of blocks that occur once apply unless a comment overrides them', () => {
    const unique = (locale: string) =>
      fc
        .uniqueArray(anyBlock, { selector: ({ digest }) => digest, minLength: 1, maxLength: 8 })
        .map((blocks): AlignableText => {
          return { locale, blocks: blocks.map((each) => ({ ...each, only: undefined, pair: undefined })) };
        });
    fc.assert(
      fc.property(unique('ko'), unique('en'), fc.nat(), fc.nat(), (ko, en, one, other) => {
        const [own, counterpart] = [one % ko.blocks.length, other % en.blocks.length];
        const recorded = [
          { source: [ko.blocks[own]?.digest ?? ''], renders: [en.blocks[counterpart]?.digest ?? ''] },
        ];
        const pairs = alignTexts(ko, en, recorded).segments.map(({ source, target }) => [source, target]);
        expect(pairs).toContainEqual([[own], [counterpart]]);
      }),
    );
  });
});
