import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Renderer } from '@takumi-rs/core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { colors } from '../identity/colors.ts';
import { logoToSvg } from '../identity/logo.ts';
import { createCardRenderer, loadFonts } from './card-renderer.ts';
import { cardFont, type Card } from './card.ts';

const root = path.resolve(import.meta.dirname, '../..');

function card(...titles: string[]): Card {
  return {
    titles: titles.map((text) => ({ text, lang: 'ko' })),
    sign: '',
    mark: logoToSvg(),
    accent: colors.light.accent,
    site: '나란히',
    languages: ['한국어', 'English'],
  };
}

describe('A card as PNG', () => {
  let cache = '';

  beforeEach(async () => {
    cache = await mkdtemp(path.join(tmpdir(), 'narani-cards-'));
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(cache, { recursive: true });
  });

  /** Creates the renderer of a new build, which has only the cache of earlier ones. */
  const startBuild = (folder = cache) => createCardRenderer({ root, cache: folder });

  test('is 1200 by 630 pixels in at most 40 KB, however long its title', async () => {
    const draw = startBuild();
    for (const each of [card('글'), card('아주 긴 제목은 '.repeat(30), 'A long title '.repeat(30))]) {
      const png = Buffer.from(await draw(each));
      // The first chunk of a PNG holds its width and height (https://www.w3.org/TR/png/#11IHDR).
      expect(png.toString('latin1', 1, 4)).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
      expect(png.length).toBeLessThanOrEqual(40_000);
    }
  });

  test('is cached for later builds and rendered again when its text changes', async () => {
    const render = vi.spyOn(Renderer.prototype, 'render');
    const first = await startBuild()(card('꼬리 지연'));
    expect(render).toHaveBeenCalledTimes(1);
    expect(await startBuild()(card('꼬리 지연'))).toEqual(first);
    expect(render).toHaveBeenCalledTimes(1);
    expect(await startBuild()(card('머리 지연'))).not.toEqual(first);
    expect(render).toHaveBeenCalledTimes(2);
  });

  test('is rendered again when its sign changes', async () => {
    const draw = startBuild();
    const signed = (d: string): Card => ({
      ...card('꼬리 지연'),
      sign: `<svg class="sign" viewBox="0 0 120 80" aria-hidden="true"><path class="ink" d="${d}"/></svg>`,
    });
    const bare = await draw(card('꼬리 지연'));
    const wide = await draw(signed('M0 60h104v20h-104z'));
    expect(wide).not.toEqual(bare);
    expect(await draw(signed('M0 40h104v40h-104z'))).not.toEqual(wide);
  });

  test('has the same bytes with an empty cache', async () => {
    const cached = await startBuild()(card('꼬리 지연', 'Tail latency'));
    expect(await startBuild(path.join(cache, 'clean'))(card('꼬리 지연', 'Tail latency'))).toEqual(cached);
  });

  test('shows the name of the site if the font lacks letters of the only title', async () => {
    const draw = startBuild();
    expect(await draw(card('漢字'))).toEqual(await draw(card()));
  });

  test('never shows a missing glyph', async () => {
    const draw = startBuild();
    expect(await draw(card('맛 😀 이야기'))).toEqual(await draw(card('맛 이야기')));
    expect(await draw(card('漢字', 'Hanja'))).toEqual(await draw(card('Hanja')));
    expect(await draw({ ...card('글'), languages: ['日本語'] })).toEqual(
      await draw({ ...card('글'), languages: [] }),
    );
  });
});

describe('The fonts of cards', () => {
  test.each([400, 700])('have a glyph for each syllable at weight %d', async (fontWeight) => {
    const renderer = new Renderer();
    const fonts = await loadFonts(root);
    const draw = async (text: string): Promise<string> => {
      const node = {
        type: 'text',
        text,
        style: { fontFamily: cardFont, fontWeight, fontSize: 32 },
      } as const;
      return (await renderer.render(node, { width: 48, height: 48, format: 'raw', fonts })).toString(
        'latin1',
      );
    };
    const missing = await draw('\u{10fffd}');
    expect(await draw('漢')).toBe(missing);
    const drawn = await Promise.all(Array.from('나란히뷁쀍æøåÆØÅ“”‘’—…·', draw));
    expect(drawn).not.toContain(missing);
    expect(new Set(drawn).size).toBe(drawn.length);
  });
});
