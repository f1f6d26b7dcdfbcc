import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { capturedCalls } from '../../figures/silent-voicemail/captured-calls.ts';
import { capturedCallsFile, compactArticleCaptures, generateCapturedCalls } from './article-captures.ts';

describe('The captured calls of the figure silent-voicemail', () => {
  test('are those in the captures of the article', () => {
    expect(capturedCalls).toEqual(compactArticleCaptures());
  });

  test('are committed as `npm run captures -- --write` generates them', async () => {
    expect(readFileSync(capturedCallsFile, 'utf8')).toBe(await generateCapturedCalls());
  });

  test('weigh less than 2.5 KB compressed in a browser', () => {
    expect(brotliCompressSync(JSON.stringify(capturedCalls)).byteLength).toBeLessThan(2500);
  });
});
