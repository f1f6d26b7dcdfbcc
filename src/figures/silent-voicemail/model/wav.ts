/** The fields of a WAV header, in file order. */
const wavFieldKeys = [
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

/** A field of a WAV header. */
export interface WavField {
  key: WavFieldKey;
  offset: number;
  size: number;
  /** A chunk id of four letters, or a little-endian number. */
  value: string | number;
  /** Bytes of the field in hexadecimal: `24 00 00 00`. */
  hex: string;
  /** Whether the value depends on the amount of audio. */
  isGrowing: boolean;
}

/** Length of the RIFF header of a PCM file without optional chunks, in bytes. */
export const wavHeaderLength = 44;

/** Samples in a packet of 20 ms. */
const packetSamples = 160;

/** Samples per second, as in G.711: recording needs no resampling. */
const sampleRate = 8000;
const channels = 1;
const bitsPerSample = 16;
const sampleLength = bitsPerSample / 8;

/** Bytes that one packet of 20 ms adds to the file. */
export const packetDataLength = packetSamples * sampleLength;

/** Returns the length of a WAV file with a number of recorded packets, in bytes. */
export function findWavLength(packets: number): number {
  return wavHeaderLength + packets * packetDataLength;
}

/** Returns the header fields of a WAV file (8 kHz, mono, 16 bits) with `dataLength` bytes of audio. */
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
  return wavFieldKeys.map((key, index) => {
    const [value = 0, size = 4] = values[index] ?? [];
    const field = { key, offset, size, value, hex: toHex(encodeValue(value, size)) };
    offset += size;
    return { ...field, isGrowing: key === 'file-size' || key === 'data-size' };
  });
}

function encodeValue(value: string | number, size: number): Uint8Array {
  if (typeof value === 'string') return new TextEncoder().encode(value);
  return Uint8Array.from({ length: size }, (_, index) => Math.floor(value / 256 ** index) % 256);
}

/** Formats bytes as hexadecimal pairs: `52 49 46 46`. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
