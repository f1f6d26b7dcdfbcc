import { Blob, Buffer as TextBuffer, Face, Font, shape } from 'harfbuzzjs';

/** Where a text stands: the beginning or the middle of its baseline. */
export interface TextPlace {
  x: number;
  y: number;
  isStrong: boolean;
  isMiddle: boolean;
}

/** What gives the outlines of a text’s glyphs, as SVG path data. */
export type Outliner = (text: string, place: TextPlace) => string;

/** Size of every text, as in `styles/diagram.css`, in CSS pixels. */
const fontSize = 14;

/** Make ready to outline texts in two weights of a font, given as the bytes of their files. */
export function createOutliner(files: { regular: Uint8Array; strong: Uint8Array }): Outliner {
  const [regular, strong] = [openFont(files.regular), openFont(files.strong)];
  return (text, { x, y, isStrong, isMiddle }) => {
    const { font, unit } = isStrong ? strong : regular;
    const buffer = new TextBuffer();
    buffer.addText(text.normalize('NFC'));
    buffer.guessSegmentProperties();
    shape(font, buffer);
    const glyphs = buffer.getGlyphInfosAndPositions();
    const width = glyphs.reduce((sum, { xAdvance = 0 }) => sum + xAdvance, 0) * unit;
    let pen = isMiddle ? x - width / 2 : x;
    return glyphs
      .map(({ codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
        const place = { x: pen + xOffset * unit, y: y - yOffset * unit };
        pen += xAdvance * unit;
        return movePath(font.glyphToPath(codepoint), place, unit);
      })
      .join('');
  };
}

function openFont(file: Uint8Array): { font: Font; unit: number } {
  const face = new Face(new Blob(file));
  return { font: new Font(face), unit: fontSize / face.upem };
}

/** Path data of a glyph, in units of the font and upwards, at a place in a picture, downwards. */
function movePath(path: string, { x, y }: { x: number; y: number }, unit: number): string {
  return path.replace(
    /(-?[\d.]+),(-?[\d.]+)/g,
    (_, across: string, up: string) =>
      `${(x + Number(across) * unit).toFixed(2)},${(y - Number(up) * unit).toFixed(2)}`,
  );
}
