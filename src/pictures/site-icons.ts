import sharp, { type Sharp } from 'sharp';
import { colors } from '../identity/colors.ts';

/** A mark as SVG, and the part of an icon’s width that it fills. */
interface IconMark {
  svg: string;
  share: number;
}

/** Width and height of the icon of home screens in pixels, as iOS requests it. */
const touchSize = 180;

/** Renders the icon of home screens as PNG, on the color of paper, because these screens show transparent pixels as black. */
export async function drawTouchIcon({ svg, share }: IconMark): Promise<Uint8Array> {
  const background = colors.light.paper;
  const markSize = Math.round((touchSize * share) / 2) * 2;
  const margin = (touchSize - markSize) / 2;
  return (await drawSquare(svg, markSize))
    .extend({ top: margin, right: margin, bottom: margin, left: margin, background })
    .flatten({ background })
    .png({ palette: true })
    .toBuffer();
}

/** Width and height of the icon for browsers that show no SVG in their tabs, in pixels. */
const tabSize = 32;

/** Renders a mark as an icon file that contains one PNG (https://en.wikipedia.org/wiki/ICO_(file_format)#Header). */
export async function drawFavicon(svg: string): Promise<Uint8Array> {
  const png = await (await drawSquare(svg, tabSize)).png().toBuffer();
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2); // An icon,
  header.writeUInt16LE(1, 4); // with one image
  header.writeUInt8(tabSize, 6);
  header.writeUInt8(tabSize, 7);
  header.writeUInt16LE(1, 10); // in one plane,
  header.writeUInt16LE(32, 12); // of 32 bits per pixel.
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}

/** At 72 dpi sharp renders one pixel of an SVG as one pixel of an image. */
const pixelDensity = 72;

/** The largest density that sharp accepts. */
const maxDensity = 100_000;

/** Renders an SVG into a square of transparent pixels, whatever its own size is. */
async function drawSquare(svg: string, size: number): Promise<Sharp> {
  const input = Buffer.from(svg);
  const { width, height } = await sharp(input).metadata();
  const density = Math.min(maxDensity, Math.max(1, (pixelDensity * size) / Math.max(width, height)));
  return sharp(input, { density }).resize(size, size, { fit: 'contain', background: '#0000' });
}
