import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { cachedFile } from '../cache/index.ts';
import { digestDrawing } from './drawing-code.ts';
import { createOutliner, type Outliner } from './drawing-outline.ts';
import { colourOf, readColours, toPaperStyle } from './drawing-style.ts';
import { readFontFile } from './font-file.ts';

/** Folders that drawing needs, and how much paper is left around a drawing, in CSS pixels. */
export interface DrawingPlaces {
  /** Root of the project: its packages hold the fonts, its style sheets the colours. */
  root: string;
  /** Where drawn pictures are kept. */
  cache: string;
  margin: number;
}

/** What is drawn. A sheet in `styles/` of its name has its colours and lines, for what stands in this frame; its texts have these sizes, in CSS pixels. */
const kinds = {
  diagram: { frame: 'scroll', textSize: 14, monoSize: 14 },
  figure: { frame: 'figure-picture', textSize: 13, monoSize: 12 },
} as const;

type DrawingKind = keyof typeof kinds;

/** Pixels of a picture for each of CSS: readers’ screens are fine, and shrink it to its size. */
const scale = 2;

/**
 * What draws diagrams and figures as PNG, on paper, in the site’s font whatever fonts a machine has. Each is drawn once: it is kept by
 * all that its bytes depend on. Fonts are made ready for the first and serve all.
 */
export function createDrawingRenderer({
  root,
  cache,
  margin,
}: DrawingPlaces): (svg: string, kind: DrawingKind) => Promise<Uint8Array> {
  let ready: ReturnType<typeof prepare> | undefined;
  return async (svg, kind) => {
    const { outline, styles, paper, tools } = await (ready ??= prepare(root));
    const drawing = toPicture(svg, kind, { outline, style: styles[kind], margin });
    const key = createHash('sha256').update(`${tools} ${paper}`).update(drawing).digest('hex');
    return cachedFile(cache, key, () => drawPng(drawing, paper));
  };
}

/** A drawing as PNG, on paper of a colour. */
async function drawPng(svg: string, paper: string): Promise<Buffer> {
  // Of an SVG, 72 dots to the inch are one for each CSS pixel.
  return sharp(Buffer.from(svg), { density: 72 * scale })
    .flatten({ background: paper })
    .png({ palette: true })
    .toBuffer();
}

/**
 * A drawing’s SVG as one that stands alone: with its style, outlines of glyphs for its texts, and a margin into which it may
 * reach as it may on a page.
 */
function toPicture(
  svg: string,
  kind: DrawingKind,
  { outline, style, margin }: { outline: Outliner; style: string; margin: number },
): string {
  const { frame, textSize, monoSize } = kinds[kind];
  const outer = (name: string): number => Number(readAttribute(svg, name)) + 2 * margin;
  const drawing = svg.replace(/<text([^>]*)>(.*?)<\/text>/gs, (_, attributes: string, text: string) => {
    const classes = readAttribute(attributes, 'class')?.split(' ') ?? [];
    const d = outline(decode(text), {
      x: Number(readAttribute(attributes, 'x') ?? 0),
      y: Number(readAttribute(attributes, 'y') ?? 0),
      size: classes.includes('mono') ? monoSize : textSize,
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

/** The value of the first attribute of a name in markup. */
function readAttribute(markup: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(markup)?.[1];
}

const anchors = ['start', 'end'] as const;

/** The characters that `hast-util-to-html` writes as references in a text. */
function decode(text: string): string {
  return text.replaceAll('&#x3C;', '<').replaceAll('&#x26;', '&');
}

async function prepare(root: string) {
  const readStyle = (name: string): Promise<string> =>
    readFile(path.join(root, `src/styles/${name}.css`), 'utf8');
  const [regular, strong, tokens, diagram, figure, tools] = await Promise.all([
    readFontFile(root, 'alternative/Pretendard-Regular.ttf'),
    readFontFile(root, 'alternative/Pretendard-Bold.ttf'),
    readStyle('tokens'),
    readStyle('diagram'),
    readStyle('figure'),
    digestDrawing(root),
  ]);
  const colours = readColours(tokens);
  const styles = { diagram: toPaperStyle(diagram, colours), figure: toPaperStyle(figure, colours) };
  return { outline: createOutliner({ regular, strong }), styles, paper: colourOf(colours, '--paper'), tools };
}
