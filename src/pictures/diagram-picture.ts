import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { keepFile } from '../cache/index.ts';
import { createOutliner, type Outliner } from './diagram-outline.ts';
import { toPaperStyle } from './diagram-style.ts';
import { digestDrawing } from './drawing-code.ts';
import { readFontFile } from './font-file.ts';

/** Folders that drawing needs, and how much paper is left around a diagram, in CSS pixels. */
export interface DiagramPlaces {
  /** Root of the project: its packages hold the fonts, its style sheets the colours. */
  root: string;
  /** Where drawn pictures are kept. */
  cache: string;
  margin: number;
}

/** Pixels of a picture for each of CSS: readers’ screens are fine, and shrink it to its size. */
const scale = 2;

/**
 * What draws diagrams as PNG, on paper, in the site’s font whatever fonts a machine has. Each is drawn once: it is kept by
 * all that its bytes depend on. Fonts are made ready for the first diagram and serve all.
 */
export function createDiagramRenderer({
  root,
  cache,
  margin,
}: DiagramPlaces): (svg: string) => Promise<Uint8Array> {
  let ready: ReturnType<typeof prepare> | undefined;
  return async (svg) => {
    const { outline, style, paper, tools } = await (ready ??= prepare(root));
    const drawing = toPicture(svg, { outline, style });
    const key = createHash('sha256').update(`${tools} ${margin} ${paper}`).update(drawing).digest('hex');
    return keepFile(cache, key, () => drawPng(drawing, { margin, paper }));
  };
}

/** A drawing as PNG, on paper of a colour with a margin in CSS pixels around it. */
async function drawPng(svg: string, { margin, paper }: { margin: number; paper: string }): Promise<Buffer> {
  const side = margin * scale;
  // Of an SVG, 72 dots to the inch are one for each CSS pixel.
  return sharp(Buffer.from(svg), { density: 72 * scale })
    .extend({ top: side, right: side, bottom: side, left: side, background: paper })
    .flatten({ background: paper })
    .png({ palette: true })
    .toBuffer();
}

/** A diagram’s SVG as one that stands alone: with its style, and outlines of glyphs for its texts. */
function toPicture(svg: string, { outline, style }: { outline: Outliner; style: string }): string {
  return svg
    .replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" class="diagram"')
    .replace(/^<svg[^>]*>/, (start) => `${start}<style>${style}</style>`)
    .replace(/<text([^>]*)>(.*?)<\/text>/gs, (_, attributes: string, text: string) => {
      const number = (name: string): number =>
        Number(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]);
      const d = outline(decode(text), {
        x: number('x'),
        y: number('y'),
        isStrong: attributes.includes('strong'),
        isMiddle: !attributes.includes('start'),
      });
      return `<path class="text" d="${d}"/>`;
    });
}

/** The characters that `hast-util-to-html` writes as references in a text. */
function decode(text: string): string {
  return text.replaceAll('&#x3C;', '<').replaceAll('&#x26;', '&');
}

async function prepare(root: string) {
  const readStyle = (name: string): Promise<string> => readFile(path.join(root, 'src/styles', name), 'utf8');
  const [regular, strong, tokens, rules, tools] = await Promise.all([
    readFontFile(root, 'alternative/Pretendard-Regular.ttf'),
    readFontFile(root, 'alternative/Pretendard-Bold.ttf'),
    readStyle('tokens.css'),
    readStyle('diagram.css'),
    digestDrawing(root),
  ]);
  return { outline: createOutliner({ regular, strong }), ...toPaperStyle(rules, tokens), tools };
}
