import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { markToSvg } from '../identity/mark-to-svg.ts';

/** Width and height that home screens ask for, and what the mark takes of it, in pixels. */
const size = 180;
const markSize = 112;

export const GET: APIRoute = async () => {
  const svg = Buffer.from(markToSvg({ first: '#2b3f8c', second: '#1b1c1f' }));
  const margin = (size - markSize) / 2;
  const png = await sharp(svg, { density: (72 * markSize) / 32 })
    .extend({ top: margin, right: margin, bottom: margin, left: margin, background: '#fbfaf7' })
    .flatten({ background: '#fbfaf7' })
    .png({ palette: true })
    .toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
