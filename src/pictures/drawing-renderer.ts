import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { cachedFile } from '../cache/index.ts';
import { colorOf, parseColors, toPaperStyle } from './drawing-style.ts';
import { createOutliner, type Outliner } from './outliner.ts';
import { digestRenderingCode, readFontFile } from './resources.ts';

/** Options of the renderer. */
interface DrawingRendererOptions {
  /** Root of the project, whose packages have the fonts and whose style sheets have the colors. */
  root: string;
  /** Cache folder. */
  cache: string;
  /** Margin around a drawing, in CSS pixels. */
  margin: number;
}

/**
 * Kinds of drawings. Each is styled by the style sheet of the same name in `styles/`.
 *
 * `frame` is the class of the element around the drawing on a page; text sizes are in CSS pixels.
 */
const kinds = {
  diagram: { frame: 'scroll', textSize: 14, sizes: {} },
  figure: {
    frame: 'figure-picture',
    textSize: 13,
    sizes: { huge: 38, large: 30, medium: 18, mono: 12 },
  },
} as const;

type DrawingKind = keyof typeof kinds;

/** Image pixels per CSS pixel, for screens with a high pixel density. */
const scale = 2;

/**
 * Creates a function that renders the SVG of diagrams and figures as PNG on the color of paper. Texts become glyph outlines,
 * so the result does not depend on installed fonts. Images are cached by a hash of all inputs.
 *
 * The returned function takes the accent of the light theme, if it is not Narani’s own.
 */
export function createDrawingRenderer({
  root,
  cache,
  margin,
}: DrawingRendererOptions): (svg: string, kind: DrawingKind, accent?: string) => Promise<Uint8Array> {
  let ready: ReturnType<typeof prepare> | undefined;
  return async (svg, kind, accent) => {
    const { outline, styleOf, paper, tools } = await (ready ??= prepare(root));
    const drawing = toStandalone(svg, kind, { outline, style: styleOf(kind, accent), margin });
    const key = createHash('sha256').update(`${tools} ${paper}`).update(drawing).digest('hex');
    return cachedFile(cache, key, () => drawPng(drawing, paper));
  };
}

/** Renders an SVG as PNG on a background color. */
async function drawPng(svg: string, paper: string): Promise<Buffer> {
  // At 72 dpi an SVG has one image pixel per CSS pixel.
  return sharp(Buffer.from(svg), { density: 72 * scale })
    .flatten({ background: paper })
    .png({ palette: true })
    .toBuffer();
}

/**
 * Converts the SVG of a drawing to a self-contained one: with its styles, with glyph outlines instead of texts, and with a
 * margin, because drawings may overflow their box.
 */
function toStandalone(
  svg: string,
  kind: DrawingKind,
  { outline, style, margin }: { outline: Outliner; style: string; margin: number },
): string {
  const { frame } = kinds[kind];
  const outer = (name: string): number => Number(readAttribute(svg, name)) + 2 * margin;
  const drawing = svg.replace(/<text([^>]*)>(.*?)<\/text>/gs, (_, attributes: string, text: string) => {
    const classes = readAttribute(attributes, 'class')?.split(' ') ?? [];
    const d = outline(decode(text), {
      x: Number(readAttribute(attributes, 'x') ?? 0),
      y: Number(readAttribute(attributes, 'y') ?? 0),
      size: findTextSize(kind, classes),
      isStrong: classes.includes('strong'),
      anchor: anchors.find((each) => classes.includes(each)) ?? 'middle',
    });
    return `<path class="${['text', ...classes].join(' ')}" d="${d}"/>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="${kind}" width="${outer('width')}" height="${outer('height')}">` +
    `<style>${style}</style><g class="${frame}" transform="translate(${margin} ${margin})">${drawing}</g></svg>`
  );
}

/** Returns the size of a text with these classes; a class that sets a size is listed before those it overrides. */
function findTextSize(kind: DrawingKind, classes: readonly string[]): number {
  const { textSize, sizes } = kinds[kind];
  const [, size] = Object.entries(sizes).find(([name]) => classes.includes(name)) ?? [];
  return size ?? textSize;
}

/** Returns the value of the first attribute with this name in markup. */
function readAttribute(markup: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(markup)?.[1];
}

const anchors = ['start', 'end'] as const;

/** Decodes the character references that `hast-util-to-html` writes in text. */
function decode(text: string): string {
  return text.replaceAll('&#x3C;', '<').replaceAll('&#x26;', '&');
}

async function prepare(root: string) {
  const readStyle = (name: string): Promise<string> =>
    readFile(path.join(root, `src/styles/${name}.css`), 'utf8');
  const [regular, strong, tokens, diagram, figure] = await Promise.all([
    readFontFile(root, 'alternative/Pretendard-Regular.ttf'),
    readFontFile(root, 'alternative/Pretendard-Bold.ttf'),
    readStyle('tokens'),
    readStyle('diagram'),
    readStyle('figure'),
  ]);
  const colors = parseColors(tokens);
  const sheets = { diagram, figure };
  const styles = new Map<string, string>();
  const styleOf = (kind: DrawingKind, accent = colorOf(colors, '--accent')): string => {
    const key = `${kind} ${accent}`;
    const style = styles.get(key) ?? toPaperStyle(sheets[kind], new Map([...colors, ['--accent', accent]]));
    styles.set(key, style);
    return style;
  };
  const tools = digestRenderingCode(root);
  return { outline: createOutliner({ regular, strong }), styleOf, paper: colorOf(colors, '--paper'), tools };
}
