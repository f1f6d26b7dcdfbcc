import { Blob, Buffer as TextBuffer, Face, Font, shape } from 'harfbuzzjs';

/** Position of a text's baseline, relative to its anchor, and its font size in CSS pixels. */
interface TextPlace {
  x: number;
  y: number;
  size: number;
  isStrong: boolean;
  anchor: 'start' | 'middle' | 'end';
}

/** Returns the outlines of a text’s glyphs as SVG path data. */
export type Outliner = (text: string, place: TextPlace) => string;

/** Creates an outliner for two weights of a font, given as the bytes of their files. */
export function createOutliner(files: { regular: Uint8Array; strong: Uint8Array }): Outliner {
  const [regular, strong] = [openFont(files.regular), openFont(files.strong)];
  return (text, { x, y, size, isStrong, anchor }) => {
    const { font, unitsPerEm } = isStrong ? strong : regular;
    const unit = size / unitsPerEm;
    const buffer = new TextBuffer();
    buffer.addText(text.normalize('NFC'));
    buffer.guessSegmentProperties();
    shape(font, buffer);
    const glyphs = buffer.getGlyphInfosAndPositions();
    const width = glyphs.reduce((sum, { xAdvance = 0 }) => sum + xAdvance, 0) * unit;
    let pen = x - width * anchorOffsets[anchor];
    return glyphs
      .map(({ codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
        const place = { x: pen + xOffset * unit, y: y - yOffset * unit };
        pen += xAdvance * unit;
        return movePath(font.glyphToPath(codepoint), place, unit);
      })
      .join('');
  };
}

/** The part of a text's width before its anchor. */
const anchorOffsets = { start: 0, middle: 0.5, end: 1 } as const;

function openFont(file: Uint8Array): { font: Font; unitsPerEm: number } {
  const face = new Face(new Blob(file));
  return { font: new Font(face), unitsPerEm: face.upem };
}

/** Scales and moves the path data of a glyph, and flips it: y points up in fonts and down in SVG. */
function movePath(path: string, { x, y }: { x: number; y: number }, unit: number): string {
  return path.replace(
    /(-?[\d.]+),(-?[\d.]+)/g,
    (_, across: string, up: string) =>
      `${(x + Number(across) * unit).toFixed(2)},${(y - Number(up) * unit).toFixed(2)}`,
  );
}
