/** Decodes a byte of G.711 µ-law into a sample of 16-bit PCM: the 14 bits of ITU-T G.711, shifted to the top. */
export function ulawToPcm(byte: number): number {
  // All bits are inverted on the wire.
  const bits = ~byte & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + bias) << ((bits >> 4) & 0x07)) - bias;
  return (bits & 0x80) === 0 ? magnitude : -magnitude;
}

/** Added to the magnitude, so that every segment starts at a power of two. */
const bias = 0x84;
