import {
  createTonePacket,
  findWavFields,
  packetDataLength,
  toHex,
  wavHeaderLength,
  writeWav,
} from '../../model/index.ts';
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

/** How much of the sound is shown: what fills the line in which the header ends, and one more. */
const shownDataLength = 20;

const packet = createTonePacket();

/** The sound that is shown is all of the first packet. */
const firstData = toHex(writeWav([packet]).subarray(wavHeaderLength, wavHeaderLength + shownDataLength));

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

/** The WAV file into which so many packets were recorded, of a tone in the place of a voice. */
export function createWav(recorded: number): Uint8Array<ArrayBuffer> {
  return writeWav(new Array<Uint8Array>(recorded).fill(packet));
}
