import sharp from 'sharp';
import { colors } from '../identity/colors.ts';
import { logo, logoToSvg } from '../identity/logo.ts';

/** Width and height of the icon, as iOS requests it, and of the mark on it, in pixels. */
const size = 180;
const markSize = 112;

/** Renders the logo on the color of paper as PNG, for home screens. */
export async function drawTouchIcon(): Promise<Uint8Array> {
  // At 72 dpi sharp renders one pixel of the SVG as one pixel of the image.
  const density = (72 * markSize) / logo.size;
  const margin = (size - markSize) / 2;
  return sharp(Buffer.from(logoToSvg()), { density })
    .extend({ top: margin, right: margin, bottom: margin, left: margin, background: colors.light.paper })
    .flatten({ background: colors.light.paper })
    .png({ palette: true })
    .toBuffer();
}
