import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { parseCapture } from '../../capture/index.ts';
import { compactCapture, type CapturedCalls } from '../../figures/silent-voicemail/model/index.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = path.join(root, 'content/articles/silent-voicemail');

/** The captures that the article offers for download. */
export const articleCaptures = ['call-ok', 'call-no-rtp', 'call-no-rtp-caller-side', 'call-nat'].map((name) =>
  path.join(folder, `${name}.pcap`),
);

/** The generated module from which the figure simulates calls. */
export const capturedCallsFile = path.join(root, 'src/figures/silent-voicemail/captured-calls.ts');

/** Compacts the captures that the figure simulates calls from. */
function compactArticleCaptures(): CapturedCalls {
  const compactFile = (name: keyof CapturedCalls) =>
    compactCapture(parseCapture(new Uint8Array(readFileSync(path.join(folder, `${name}.pcap`)))));
  return {
    'call-ok': compactFile('call-ok'),
    'call-no-rtp-caller-side': compactFile('call-no-rtp-caller-side'),
    'call-nat': compactFile('call-nat'),
  };
}

/** Generates the source text of `captured-calls.ts`, formatted by Prettier. */
export async function generateCapturedCalls(): Promise<string> {
  const source = `${head}export const capturedCalls: CapturedCalls = ${JSON.stringify(compactArticleCaptures())};\n`;
  return format(source, { ...(await resolveConfig(capturedCallsFile)), parser: 'typescript' });
}

const head = `// Generated from the captures beside the article: run \`npm run captures -- --write\` after changing them.
import type { CapturedCalls } from './model/index.ts';

/** The captured calls, without their audio. */
`;
