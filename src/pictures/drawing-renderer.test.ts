import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createDrawingRenderer } from './drawing-renderer.ts';
import { colorOf, parseColors, toPaperStyle } from './drawing-style.ts';

const root = path.resolve(import.meta.dirname, '../..');

function drawIn(cache: string): (svg: string) => Promise<Uint8Array> {
  const draw = createDrawingRenderer({ root, cache, margin: 10 });
  return async (svg) => draw(svg, 'diagram');
}

function makeCache(): string {
  const cache = mkdtempSync(path.join(tmpdir(), 'diagrams-'));
  onTestFinished(() => {
    rmSync(cache, { recursive: true });
  });
  return cache;
}

function write(text: string, classes = ''): string {
  return `<svg viewBox="0 0 100 30" width="100" height="30"><text x="50" y="20"${classes}>${text}</text></svg>`;
}

function readStyle(name: string): string {
  return readFileSync(path.join(root, 'src/styles', name), 'utf8');
}

/** Returns the pixels of an image as gray values, row by row. */
async function pixelsOf(png: Uint8Array): Promise<number[]> {
  return [...(await sharp(png).greyscale().raw().toBuffer())];
}

/** Returns the number of dark pixels. */
async function inkOf(png: Uint8Array): Promise<number> {
  return (await pixelsOf(png)).filter((gray) => gray < 128).length;
}

describe('The image of a diagram', () => {
  test('is twice as large as the diagram with its margin, and has an opaque background', async () => {
    const png = await drawIn(makeCache())(write(''));
    const { width, height, hasAlpha } = await sharp(png).metadata();
    expect({ width, height, hasAlpha }).toEqual({ width: 240, height: 100, hasAlpha: false });
    const paper = colorOf(parseColors(readStyle('tokens.css')), '--paper');
    const { data } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(`#${data.subarray(0, 3).toString('hex')}`).toBe(paper);
  });

  test('한글 음절은 빈 네모(tofu)가 아니라 서로 다른 글자로 그려진다', async () => {
    const draw = drawIn(makeCache());
    // No font has the last private use code point, so this renders the missing glyph.
    const missing = await pixelsOf(await draw(write('\u{10fffd}')));
    const syllables = ['가', '힣', '뷁'];
    const drawn = await Promise.all(syllables.map(async (each) => pixelsOf(await draw(write(each)))));
    for (const pixels of drawn) {
      expect(pixels).not.toEqual(missing);
      expect(pixels.filter((gray) => gray < 128).length).toBeGreaterThan(50);
    }
    expect(new Set(drawn.map((pixels) => pixels.join(''))).size).toBe(syllables.length);
  });

  test('has texts at their position, in their weight and with special characters', async () => {
    const draw = drawIn(makeCache());
    const columns = async (classes: string): Promise<{ first: number; last: number }> => {
      const png = await draw(write('가', classes));
      const dark = (await pixelsOf(png)).flatMap((gray, index) => (gray < 128 ? [index % 240] : []));
      return { first: Math.min(...dark), last: Math.max(...dark) };
    };
    // The middle of the image, where each text is anchored.
    const place = 120;
    const [start, middle, end] = [
      await columns(' class="start"'),
      await columns(''),
      await columns(' class="soft end"'),
    ];
    expect(start.first).toBeGreaterThanOrEqual(place);
    expect(end.last).toBeLessThanOrEqual(place);
    expect(Math.abs(middle.first + middle.last - 2 * place)).toBeLessThan(6);
    expect(await inkOf(await draw(write('나란히', ' class="strong"')))).toBeGreaterThan(
      await inkOf(await draw(write('나란히'))),
    );
    const figure = createDrawingRenderer({ root, cache: makeCache(), margin: 0 });
    expect(await inkOf(await figure(write('44', ' class="large"'), 'figure'))).toBeGreaterThan(
      4 * (await inkOf(await figure(write('44'), 'figure'))),
    );
    expect(await inkOf(await draw(write('&#x3C;&#x26;>')))).toBeGreaterThan(50);
  });

  test('is styled by the style sheet of its kind', async () => {
    const draw = createDrawingRenderer({ root, cache: makeCache(), margin: 0 });
    const svg = write('나란히');
    expect(await inkOf(await draw(svg, 'figure'))).toBeLessThan(await inkOf(await draw(svg, 'diagram')));
    const load = '<svg width="10" height="10"><rect class="load" width="10" height="10"/></svg>';
    expect(await inkOf(await draw(load, 'diagram'))).toBeGreaterThan(await inkOf(await draw(load, 'figure')));
  });

  test('has the accent of the site', async () => {
    const draw = createDrawingRenderer({ root, cache: makeCache(), margin: 0 });
    const svg = '<svg width="10" height="10"><rect class="latest head" width="10" height="10"/></svg>';
    const colorWith = async (accent?: string): Promise<string> => {
      const { data, info } = await sharp(await draw(svg, 'figure', accent))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const middle = 3 * (info.width * 10 + 10);
      return `#${data.toString('hex', middle, middle + 3)}`;
    };
    expect(await colorWith()).toBe(colorOf(parseColors(readStyle('tokens.css')), '--accent'));
    expect(await colorWith('#0b1f4d')).toBe('#0b1f4d');
  });

  test('is cached and rendered again when the diagram changes', async () => {
    const cache = makeCache();
    const first = await drawIn(cache)(write('가'));
    const files = readdirSync(cache);
    expect(files).toHaveLength(1);
    expect(await drawIn(cache)(write('가'))).toEqual(first);
    expect(readdirSync(cache)).toEqual(files);
    await drawIn(cache)(write('나'));
    expect(readdirSync(cache)).toHaveLength(2);
    expect(existsSync(path.join(cache, files[0] ?? ''))).toBe(true);
  });
});

describe('toPaperStyle', () => {
  test('replaces tokens with colors of the light theme', () => {
    const colors = parseColors('--ink: light-dark(#111, #eee);');
    expect(toPaperStyle('.a { fill: var(--ink); }', colors)).toBe('.a { fill: #111 }\n');
  });

  test('includes only unconditional rules and properties of SVG', () => {
    const sheet = `
      /* .a { fill: blue } */
      .a, .b text { stroke: red; stroke-width: 2; margin: var(--none); font: 13px var(--sans); }
      .a button { color: inherit; padding: 0 }
      .c { display: flex; }
      @media (width < 40rem) { .a { fill: green } .b { fill: none } }
      .text text.end { fill: white }`;
    expect(toPaperStyle(sheet, new Map())).toBe(
      '.a, .b .text { stroke: red; stroke-width: 2 }\n.a button { color: inherit }\n.text .text.end { fill: white }\n',
    );
  });

  test.each(['diagram.css', 'figure.css'])('replaces every token of %s', (name) => {
    const style = toPaperStyle(readStyle(name), parseColors(readStyle('tokens.css')));
    expect(style).toMatch(/fill: #/);
    expect(style).not.toMatch(/var\(|light-dark/);
  });

  test('throws if a token is unknown', () => {
    expect(() => toPaperStyle('.a { fill: var(--none); }', parseColors('--paper: #fff;'))).toThrow('--none');
  });
});
