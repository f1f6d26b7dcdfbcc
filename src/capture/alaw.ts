/** Decodes a byte of G.711 A-law into a sample of 16-bit PCM: the 13 bits of ITU-T G.711, shifted to the top. */
export function alawToPcm(byte: number): number {
  const bits = byte ^ evenBits;
  const segment = (bits >> 4) & 0x07;
  const step = ((bits & 0x0f) << 4) + 8;
  const magnitude = segment === 0 ? step : (step + 0x100) << (segment - 1);
  return (bits & 0x80) === 0 ? -magnitude : magnitude;
}

/** Encodes a sample of 16-bit PCM as a byte of G.711 A-law. */
export function pcmToAlaw(sample: number): number {
  const magnitude = (sample < 0 ? ~sample : sample) >> 3;
  // Every segment but the first starts at a power of two, so its number is the count of bits above the lowest five.
  const segment = Math.max(0, 27 - Math.clz32(magnitude));
  const step = (magnitude >> Math.max(1, segment)) & 0x0f;
  return ((sample < 0 ? 0 : 0x80) | (segment << 4) | step) ^ evenBits;
}

/** A-law inverts every second bit on the wire, so that silence isn't sent as a long run of zeros. */
const evenBits = 0x55;
