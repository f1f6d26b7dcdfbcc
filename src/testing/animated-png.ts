/** Adds the chunk that makes a PNG an animation. */
export function asAnimated(png: Buffer): Uint8Array {
  const start = png.indexOf('IDAT', 0, 'latin1') - 4;
  const chunk = Buffer.from('\0\0\0\x08acTL\0\0\0\x01\0\0\0\0\xb9\x3d\xd8\xab', 'latin1');
  return Buffer.concat([png.subarray(0, start), chunk, png.subarray(start)]);
}
