import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readCaptureFile } from '../../../testing/capture-files.ts';
import { longestFile, readCapture } from './read-file.ts';
import { recognizeFile } from './recognize-file.ts';

const capture = Buffer.from(readCaptureFile('call-no-rtp'));

describe('A chosen file', () => {
  test('is read as it is, or decompressed if it is gzip', async () => {
    const plain = await readCapture(new Blob([capture]));
    expect(plain).toMatchObject({ frames: 57 });
    expect(await readCapture(new Blob([gzipSync(capture)]))).toEqual(plain);
  });

  test('is rejected if its gzip is damaged or incomplete', async () => {
    expect(await readCapture(new Blob([gzipSync(capture).subarray(0, 500)]))).toEqual({
      kind: 'damaged-gzip',
    });
    expect(await readCapture(new Blob([Buffer.from([0x1f, 0x8b, 1, 2, 3])]))).toEqual({
      kind: 'damaged-gzip',
    });
  });

  test('is rejected if it is too large, or becomes so when it is decompressed', async () => {
    expect(await readCapture(new Blob([Buffer.alloc(longestFile + 1)]))).toEqual({
      kind: 'too-large',
      length: longestFile + 1,
    });
    const bomb = new Blob([gzipSync(Buffer.alloc(longestFile + 1_000_000))]);
    expect(bomb.size).toBeLessThan(100_000);
    expect(await readCapture(bomb)).toMatchObject({ kind: 'too-large' });
  });

  test('that the browser can’t read any more is named', async () => {
    const lost = Object.assign(new Blob(), {
      arrayBuffer: () => Promise.reject(new Error('NotReadableError')),
    });
    expect(await readCapture(lost)).toEqual({ kind: 'unreadable' });
  });
});

describe('A file that is not a capture', () => {
  test.each([
    ['gzip', '\u001f\u008b'],
    ['zip', 'PK\u0003\u0004'],
    ['snoop', 'snoop\0\0\0'],
    ['netmon', 'GMBU\0'],
    ['wav', 'RIFF$\0\0\0WAVE'],
    ['web-page', '<!DOCTYPE html><title>a</title>'],
    ['web-page', '\n<html>'],
    ['text', '12:00:01 IP 10.9.1.2.5060 > 10.9.2.2.5060\n'],
    [undefined, '\0\0\0\0'],
  ])('is recognized: %s', (kind, text) => {
    expect(recognizeFile(Uint8Array.from(text, (character) => character.charCodeAt(0)))).toBe(kind);
  });
});
