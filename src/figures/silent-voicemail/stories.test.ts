import { format, resolveConfig } from 'prettier';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readCaptureFile } from '../../testing/captures.ts';
import { captureToStory, readCapture } from './model/index.ts';
import { stories } from './stories.ts';

const names = ['call-ok', 'call-no-rtp-caller-side', 'call-nat'] as const;

const told = Object.fromEntries(
  names.map((name) => [name, captureToStory(readCapture(readCaptureFile(name)))]),
);

describe('The stories that calls are played from', () => {
  test('are what the captures of the article tell', () => {
    expect(stories).toEqual(told);
  });

  test('stand in a file that is written anew by this test, run with `-u`', async () => {
    const file = `${import.meta.dirname}/stories.ts`;
    const source = `${head}export const stories: Stories = ${JSON.stringify(told)};\n`;
    const style = { ...(await resolveConfig(file)), parser: 'typescript' };
    await expect(await format(source, style)).toMatchFileSnapshot('./stories.ts');
  });

  test('weigh little in a browser', () => {
    expect(brotliCompressSync(JSON.stringify(stories)).byteLength).toBeLessThan(2500);
  });
});

const head = `// Written by stories.test.ts out of the captures beside the article: run that test with \`-u\` when they have changed.
import type { Stories } from './model/index.ts';

/** The captured calls, told in little. */
`;
