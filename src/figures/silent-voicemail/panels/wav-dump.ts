import { findWavFields, packetDataLength, wavHeaderLength } from '../model/index.ts';
import type { WavPartKey } from '../words.ts';

/** A part of a WAV file that is shown and explained separately: a header field, or the audio. */
export interface WavPart {
  key: WavPartKey;
  offset: number;
  /** Number of bytes. */
  size: number;
  /** Bytes of the part in hexadecimal: `24 00 00 00`. The audio is cut off after the first few. */
  hex: string;
  /** The value of a header field: a chunk id of four letters, or a number. */
  value: string | number | undefined;
  isGrowing: boolean;
}

/** A line of the hex dump. */
export interface WavLine {
  offset: number;
  pieces: WavPiece[];
}

/** The bytes of a part in one line: a whole header field, or some of the audio. */
export interface WavPiece {
  part: WavPart;
  /** Whether the part begins here. */
  isFirst: boolean;
  bytes: string[];
}

/** Bytes per line: they fit a narrow screen, and no header field is split between lines. */
export const lineLength = 8;

/**
 * The first bytes of the audio: the rest of the line in which the header ends, and one more line. They are always the same,
 * so they are a constant here, and the caller’s voice is only loaded to play or save it.
 */
const firstData = '28 01 40 0a 80 14 80 1d 00 25 00 29 00 2d 00 2d 00 2b 00 27';

/** Returns the parts of a WAV file with a number of recorded packets: its header fields, then the audio. */
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

/** Lays out the parts of a file in lines of eight bytes. */
export function findWavLines(parts: readonly WavPart[]): WavLine[] {
  const lines: WavLine[] = [];
  for (const part of parts) {
    const bytes = part.hex === '' ? [] : part.hex.split(' ');
    let start = 0;
    do {
      const place = part.offset + start;
      const end = start + lineLength - (place % lineLength);
      const piece = { part, isFirst: start === 0, bytes: bytes.slice(start, end) };
      lineAt(lines, place - (place % lineLength)).pieces.push(piece);
      start = end;
    } while (start < bytes.length);
  }
  return lines;
}

function lineAt(lines: WavLine[], offset: number): WavLine {
  const last = lines.at(-1);
  if (last?.offset === offset) return last;
  const line: WavLine = { offset, pieces: [] };
  lines.push(line);
  return line;
}
