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

export const wavHeaderLength = 44;

/** Samples in a packet of 20 ms. */
export const packetSamples = 160;

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
  return wavFieldKeys.map((key) => {
    const { value, size } = valueOf(key, dataLength);
    const field = { key, offset, size, value, hex: toHex(encodeValue(value, size)) };
    offset += size;
    return { ...field, isGrowing: key === 'file-size' || key === 'data-size' };
  });
}

function valueOf(key: WavFieldKey, dataLength: number): { value: string | number; size: number } {
  switch (key) {
    case 'riff':
      return { value: 'RIFF', size: 4 };
    case 'file-size':
      return { value: wavHeaderLength - 8 + dataLength, size: 4 };
    case 'wave':
      return { value: 'WAVE', size: 4 };
    case 'format-chunk':
      return { value: 'fmt ', size: 4 };
    case 'format-size':
      return { value: 16, size: 4 };
    case 'format-code':
      return { value: 1, size: 2 };
    case 'channels':
      return { value: channels, size: 2 };
    case 'sample-rate':
      return { value: sampleRate, size: 4 };
    case 'byte-rate':
      return { value: sampleRate * channels * sampleLength, size: 4 };
    case 'block-align':
      return { value: channels * sampleLength, size: 2 };
    case 'bits-per-sample':
      return { value: bitsPerSample, size: 2 };
    case 'data-chunk':
      return { value: 'data', size: 4 };
    case 'data-size':
      return { value: dataLength, size: 4 };
  }
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
