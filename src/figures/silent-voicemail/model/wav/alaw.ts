/** One byte of G.711 A-law as a sample of 16-bit PCM (ITU-T G.711; its 13 bits stand in the upper ones). */
export function alawToPcm(byte: number): number {
  const bits = byte ^ everySecondBit;
  const segment = (bits >> 4) & 0x07;
  const step = ((bits & 0x0f) << 4) + 8;
  const magnitude = segment === 0 ? step : (step + 0x100) << (segment - 1);
  return (bits & 0x80) === 0 ? -magnitude : magnitude;
}

/** The byte of G.711 A-law that stands for a sample of 16-bit PCM. */
export function pcmToAlaw(sample: number): number {
  const magnitude = (sample < 0 ? ~sample : sample) >> 3;
  // Each segment but the first begins at a power of two, so its number is that of the bits beyond five.
  const segment = Math.max(0, 27 - Math.clz32(magnitude));
  const step = (magnitude >> Math.max(1, segment)) & 0x0f;
  return ((sample < 0 ? 0 : 0x80) | (segment << 4) | step) ^ everySecondBit;
}

/** A-law is sent with every second bit turned, so that silence is not a row of zeros on the wire. */
const everySecondBit = 0x55;
