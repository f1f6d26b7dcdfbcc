import type { WavPart } from './wav-parts.ts';

/** A line of a dump. */
export interface WavLine {
  offset: number;
  pieces: WavPiece[];
}

/** What of a part stands in one line: all of a field, for none is broken, or some of the sound. */
export interface WavPiece {
  part: WavPart;
  /** Whether the part begins here. */
  isFirst: boolean;
  bytes: string[];
}

/** Bytes in a line: as many as fit a narrow screen, and no field of the header is broken by it. */
export const lineLength = 8;

/** A file, or what is shown of it, in lines of eight bytes. */
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
