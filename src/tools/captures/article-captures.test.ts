import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseCapture } from '../../capture/index.ts';
import { capturedCalls } from '../../figures/silent-voicemail/captured-calls.ts';
import { compactCapture } from '../../figures/silent-voicemail/model/index.ts';
import { readCaptureFile } from '../../testing/capture-files.ts';
import { capturedCallsFile, generateCapturedCalls } from './article-captures.ts';

describe('The captured calls of the figure silent-voicemail', () => {
  test('are those in the captures of the article', () => {
    const names = ['call-ok', 'call-no-rtp-caller-side', 'call-nat'];
    expect(capturedCalls).toEqual(
      Object.fromEntries(names.map((name) => [name, compactCapture(parseCapture(readCaptureFile(name)))])),
    );
  });

  test('are committed as `npm run captures -- --write` generates them', async () => {
    expect(readFileSync(capturedCallsFile, 'utf8')).toBe(await generateCapturedCalls());
  });

  test('weigh less than 2.5 KB compressed in a browser', () => {
    expect(brotliCompressSync(JSON.stringify(capturedCalls)).byteLength).toBeLessThan(2500);
  });
});
