import path from 'node:path';
import { Renderer, type Node } from '@takumi-rs/core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { colors } from '../identity/colors.ts';
import { logoToSvg } from '../identity/logo.ts';
import { chooseNode, loadFonts } from './card-renderer.ts';
import { cardSize, cardToNodes, dropMissingGlyphs, type Card } from './card.ts';

const renderer = new Renderer();
let fonts: Awaited<ReturnType<typeof loadFonts>> = [];

beforeAll(async () => {
  fonts = await loadFonts(path.resolve(import.meta.dirname, '../..'));
});

/** Creates a card with titles only, in Korean by default. */
function card(...titles: (string | { text: string; lang: string })[]): Card {
  return {
    titles: titles.map((title) => (typeof title === 'string' ? { text: title, lang: 'ko' } : title)),
    sign: '',
    site: '',
    mark: logoToSvg(),
    accent: colors.light.accent,
    languages: [],
  };
}

/** Returns the node tree that a card is rendered from. */
async function layOut(drawn: Card): Promise<Node> {
  return chooseNode(cardToNodes(drawn), renderer, fonts);
}

/** Returns the x coordinates of a card's glyphs, by line. */
async function placeGlyphs(drawn: Card): Promise<number[][]> {
  const svg = await renderer.renderSvg(await layOut(drawn), { ...cardSize, fonts });
  const glyphs = [...svg.matchAll(/<use href="#\w+" x="([\d.]+)" y="([\d.]+)"/g)];
  const lines = Map.groupBy(glyphs, ([, , y]) => y);
  return [...lines.values()].map((line) => line.map(([, x]) => Number(x)));
}

/** Returns the lines of a title, without spaces, which have no glyphs. */
async function breakTitle(title: string): Promise<string[]> {
  const letters = title.replaceAll(' ', '');
  let start = 0;
  return (await placeGlyphs(card(title))).map(({ length }) => letters.slice(start, (start += length)));
}

describe('카드의 제목은', () => {
  const eojeol = fc
    .array(fc.integer({ min: 0xac00, max: 0xd7a3 }), { minLength: 1, maxLength: 6 })
    .map((codes) => String.fromCodePoint(...codes));

  test('어절 안에서 줄을 바꾸지 않는다', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(eojeol, { minLength: 1, maxLength: 8 }), async (words) => {
        const lines = await breakTitle(words.join(' '));
        expect(lines.join('')).toBe(words.join(''));
        const ends = words.map((_, index) => words.slice(0, index + 1).join('').length);
        let end = 0;
        for (const line of lines) expect(ends).toContain((end += line.length));
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    '한국 부모가 겪은 덴마크 어린이집, 제도로 다시 읽기',
    'ps와 top의 CPU 사용률은 왜 다를까',
    'A Korean parent’s Danish nursery, and the system behind it',
    'Voicemails of exactly 44 bytes',
  ])('줄의 길이를 고르게 나눈다: %s', async (title) => {
    const widths = (await placeGlyphs(card(title))).map((line) => Math.max(...line) - Math.min(...line));
    expect(widths.length).toBeGreaterThan(1);
    expect(Math.min(...widths)).toBeGreaterThan(0.7 * Math.max(...widths));
  });
});

describe('A card', () => {
  test.each([
    ['a long Korean title', '아주 긴 제목은 '.repeat(30)],
    ['a long English title', 'A title that goes on and on '.repeat(12)],
    ['a word longer than a line', 'Rindfleischetikettierungsüberwachung'.repeat(8)],
  ])('fits %s and its translation above the rule and within the margins', async (_, text) => {
    const { children } = await renderer.measure(await layOut(card(text, { text, lang: 'en' })), {
      ...cardSize,
      fonts,
    });
    const [titles, foot] = children.map(({ transform, height }) => ({
      top: transform[5],
      bottom: transform[5] + height,
    }));
    expect(titles?.top).toBeGreaterThanOrEqual(64);
    expect(foot?.bottom).toBeLessThanOrEqual(cardSize.height - 40);
    expect((foot?.top ?? 0) - (titles?.bottom ?? Infinity)).toBeGreaterThanOrEqual(16);
    const glyphs = (await placeGlyphs(card(text, { text, lang: 'en' }))).flat();
    expect(Math.min(...glyphs)).toBeGreaterThanOrEqual(80);
    expect(Math.max(...glyphs)).toBeLessThan(cardSize.width - 80);
  });

  test('has its sign beside the titles, in colors of the light theme', async () => {
    const sign =
      '<svg class="sign" viewBox="0 0 120 80" aria-hidden="true"><path class="accent" d="M0 0h120v80h-120z"/></svg>';
    const signed = { ...card('아주 긴 제목은 '.repeat(30)), sign };
    const tree = await layOut(signed);
    const { children } = await renderer.measure(tree, { ...cardSize, fonts });
    const [titles, , picture] = children;
    const left = picture?.transform[4] ?? 0;
    expect(left).toBeGreaterThan((titles?.transform[4] ?? 0) + (titles?.width ?? 0));
    expect(left + (picture?.width ?? 0)).toBe(cardSize.width - 80);
    const glyphs = (await placeGlyphs(signed)).flat();
    expect(Math.max(...glyphs)).toBeLessThan(left);
    expect(JSON.stringify(tree)).toContain(`fill=\\"${colors.light.accent}\\"`);
    expect(JSON.stringify(tree)).not.toContain('class=\\"accent');
  });

  test('shows a title in full that fits in a smaller size', async () => {
    const title = '쿠버네티스클러스터 네트워크인터페이스 메모리사용량이상징후 모니터링대시보드 구성하기';
    expect((await breakTitle(title)).join('')).toBe(title.replaceAll(' ', ''));
  });

  test('shows the title in one other language below it, but not in a third', async () => {
    const titles = ['글', 'Text', 'Tekst'];
    expect(await placeGlyphs(card(...titles))).toHaveLength(2);
    expect(await placeGlyphs(card('글'))).toHaveLength(1);
  });
});

test('A card whose title has no glyphs shows the name of the site instead', () => {
  const [tree] = cardToNodes(dropMissingGlyphs({ ...card('🎉'), site: '나란히' }, (each) => each !== '🎉'));
  expect(JSON.stringify(tree).match(/"text":"나란히"/g)).toHaveLength(2);
});

describe('A missing glyph', () => {
  const filter = (...titles: string[]): string[] =>
    dropMissingGlyphs(card(...titles), (character) => /[ -~가-힣ø]/.test(character)).titles.map(
      ({ text }) => text,
    );

  test('of a symbol is removed from a title, together with its space', () => {
    expect(filter('Rødgrød 😀 med fløde 👩‍👩‍👧', '별점 ⭐️⭐️')).toEqual(['Rødgrød med fløde', '별점']);
  });

  test('of a letter removes the whole text', () => {
    expect(filter('지연(遲延)이란', 'Latency')).toEqual(['Latency']);
    expect(filter('🎉')).toEqual([]);
  });

  test('NFD로 적힌 한글을 NFC로 바꾼다', () => {
    expect(filter('한글'.normalize('NFD'))).toEqual(['한글']);
  });
});
