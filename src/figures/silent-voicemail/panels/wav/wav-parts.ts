import { findWavFields, packetDataLength, wavHeaderLength } from '../../model/index.ts';
import type { WavPartKey } from '../words.ts';

/** A piece of a WAV file that is shown and explained by itself. */
export interface WavPart {
  key: WavPartKey;
  offset: number;
  /** How many bytes it has; of the sound as many as were recorded. */
  size: number;
  /** Its bytes: `24 00 00 00`; of the sound only the first. */
  hex: string;
  /** What stands there: four letters, a number, and of the sound nothing. */
  value: string | number | undefined;
  isGrowing: boolean;
}

/**
 * How the sound begins: what fills the line in which the header ends, and one more. It is always the same, so that only those who
 * save the file load what makes all of it.
 */
const firstData = '08 00 c0 09 80 12 80 19 80 1d 80 1f 80 1d 80 19 80 12 c0 09';

/** The pieces of the WAV file into which so many packets were recorded: its header field by field, then the sound. */
export function findWavParts(recorded: number): WavPart[] {
  const size = recorded * packetDataLength;
  return [
    ...findWavFields(size),
    {
      key: 'data',
      offset: wavHeaderLength,
      size,
      hex: recorded === 0 ? '' : firstData,
      value: undefined,
      isGrowing: true,
    },
  ];
}

/** The bytes of the header among the parts of a file, as hexadecimal pairs. */
export function headerOf(parts: readonly WavPart[]): string {
  return parts
    .slice(0, -1)
    .map(({ hex }) => hex)
    .join(' ');
}
