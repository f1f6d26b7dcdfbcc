import { describe, expect, test } from 'vitest';
import { findFocusTarget, type Box } from './roving-focus.ts';
import { findWavLines, findWavParts } from './wav-dump.ts';

/** Lays out the fields on a screen with a number of bytes per line. */
function layOut(bytes: 8 | 16): Box[] {
  return findWavParts(1).map(({ key, offset, size }) => ({
    left: (offset % bytes) * 10,
    top: Math.floor(offset / bytes) * 40,
    width: (key === 'data' ? 4 : size) * 10,
  }));
}

const keys = findWavParts(1).map(({ key }) => key);

function from(key: (typeof keys)[number], press: string, bytes: 8 | 16): string | undefined {
  const next = findFocusTarget(press, keys.indexOf(key), layOut(bytes));
  return next === undefined ? undefined : keys[next];
}

describe('An arrow key moves the focus', () => {
  test.each([
    ['riff', 'ArrowRight', 16, 'file-size'],
    ['file-size', 'ArrowLeft', 16, 'riff'],
    ['riff', 'ArrowLeft', 16, undefined],
    ['data', 'ArrowRight', 16, undefined],
    ['riff', 'ArrowDown', 16, 'format-size'],
    ['riff', 'ArrowDown', 8, 'wave'],
    ['file-size', 'ArrowDown', 16, 'format-code'],
    ['file-size', 'ArrowDown', 8, 'format-chunk'],
    ['byte-rate', 'ArrowDown', 16, 'data'],
    ['byte-rate', 'ArrowDown', 8, 'data-chunk'],
    ['data-size', 'ArrowUp', 16, 'sample-rate'],
    ['data-size', 'ArrowUp', 8, 'block-align'],
    ['wave', 'ArrowUp', 16, undefined],
    ['data-size', 'ArrowDown', 16, undefined],
    ['channels', 'Home', 16, 'riff'],
    ['channels', 'End', 16, 'data'],
    ['channels', 'Tab', 16, undefined],
  ] as const)('from %s by %s, with %i bytes per line, to %s', (key, press, bytes, to) => {
    expect(from(key, press, bytes)).toBe(to);
  });

  test('through all fields', () => {
    const seen = new Set(['riff']);
    let at = 0;
    for (let next = findFocusTarget('ArrowRight', at, layOut(8)); next !== undefined;) {
      seen.add(keys[next] ?? '');
      at = next;
      next = findFocusTarget('ArrowRight', at, layOut(8));
    }
    expect([...seen]).toEqual(keys);
  });
});

describe('The hex dump', () => {
  test('splits no header field between its lines of eight bytes', () => {
    for (const recorded of [0, 1, 250]) {
      const pieces = findWavLines(findWavParts(recorded)).flatMap((line) => line.pieces);
      const fields = pieces.filter(({ part }) => part.key !== 'data');
      expect(fields.map(({ part, isFirst, bytes }) => [part.key, isFirst, bytes.length])).toEqual(
        findWavParts(recorded)
          .slice(0, -1)
          .map(({ key, size }) => [key, true, size]),
      );
    }
  });

  test('starts each line at a multiple of eight, and ends with the header or the first bytes of audio', () => {
    expect(findWavLines(findWavParts(0)).map(({ offset }) => offset)).toEqual([0, 8, 16, 24, 32, 40]);
    const lines = findWavLines(findWavParts(7));
    expect(lines.map(({ offset }) => offset)).toEqual([0, 8, 16, 24, 32, 40, 48, 56]);
    expect(lines.at(-1)?.pieces.map(({ bytes, isFirst }) => [bytes.length, isFirst])).toEqual([[8, false]]);
  });
});
