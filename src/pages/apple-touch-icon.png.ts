import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { colors } from '../identity/colors.ts';
import { mark, markToSvg } from '../identity/mark.ts';

/** Width and height that home screens ask for, and what the mark takes of it, in pixels. */
const size = 180;
const markSize = 112;

export const GET: APIRoute = async () => {
  // Drawn at 72 dots an inch, a pixel of the SVG is one of the picture.
  const density = (72 * markSize) / mark.size;
  const margin = (size - markSize) / 2;
  const png = await sharp(Buffer.from(markToSvg()), { density })
    .extend({ top: margin, right: margin, bottom: margin, left: margin, background: colors.light.paper })
    .flatten({ background: colors.light.paper })
    .png({ palette: true })
    .toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
