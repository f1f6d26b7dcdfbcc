/** What the fields of a WAV header mean, in their order. */
export const wavFieldKeys = [
  'riff',
  'file-size',
  'wave',
  'format-chunk',
  'format-size',
  'format-code',
  'channels',
  'sample-rate',
  'byte-rate',
  'block-align',
  'bits-per-sample',
  'data-chunk',
  'data-size',
] as const;

export type WavFieldKey = (typeof wavFieldKeys)[number];

/** A field of the header of a WAV file. */
export interface WavField {
  key: WavFieldKey;
  offset: number;
  size: number;
  /** Four letters, or a number that stands there with its lowest byte first. */
  value: string | number;
  /** Its bytes: `24 00 00 00`. */
  hex: string;
  /** Whether it grows with the sound. */
  isGrowing: boolean;
}

/** Bytes before the sound in a file of plain PCM that has no further chunks. */
export const wavHeaderLength = 44;

/** Samples in a packet of 20 ms. */
export const packetSamples = 160;

/** Samples a second, as in G.711: none is lost or made up on the way into the file. */
const sampleRate = 8000;
const channels = 1;
const bitsPerSample = 16;
/** Bytes of a sample. */
export const sampleLength = bitsPerSample / 8;

/** What one packet of 20 ms adds to the file, in bytes. */
export const packetDataLength = packetSamples * sampleLength;

/** How long a WAV file is into which so many packets were recorded. */
export function findWavLength(packets: number): number {
  return wavHeaderLength + packets * packetDataLength;
}

/** The header of a WAV file of 8 kHz, one channel and 16 bits, field by field, with so many bytes of sound behind it. */
export function findWavFields(dataLength: number): WavField[] {
  let offset = 0;
  const values: readonly (readonly [value: string | number, size?: number])[] = [
    ['RIFF'],
    [wavHeaderLength - 8 + dataLength],
    ['WAVE'],
    ['fmt '],
    [16],
    [1, 2],
    [channels, 2],
    [sampleRate],
    [sampleRate * channels * sampleLength],
    [channels * sampleLength, 2],
    [bitsPerSample, 2],
    ['data'],
    [dataLength],
  ];
  return wavFieldKeys.map((key, nth) => {
    const [value = 0, size = 4] = values[nth] ?? [];
    const field = { key, offset, size, value, hex: toHex(encodeValue(value, size)) };
    offset += size;
    return { ...field, isGrowing: key === 'file-size' || key === 'data-size' };
  });
}

/** A value of a header as the bytes that stand there. */
export function encodeValue(value: string | number, size: number): Uint8Array {
  if (typeof value === 'string') return new TextEncoder().encode(value);
  return Uint8Array.from({ length: size }, (_, index) => Math.floor(value / 256 ** index) % 256);
}

/** Bytes as hexadecimal pairs: `52 49 46 46`. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
