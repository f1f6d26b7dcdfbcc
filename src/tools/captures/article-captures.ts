import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { parseCapture, type Capture } from '../../capture/index.ts';
import {
  compactCapture,
  replayCapture,
  type CapturedCalls,
} from '../../figures/silent-voicemail/model/index.ts';
import { compactVoice } from '../../figures/silent-voicemail/model/compact-voice.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = path.join(root, 'content/articles/silent-voicemail');

/** The captures that the article offers for download. */
export const articleCaptures = ['call-ok', 'call-no-rtp', 'call-no-rtp-caller-side', 'call-nat'].map((name) =>
  path.join(folder, `${name}.pcap`),
);

/** The generated module from which the figure simulates calls. */
export const capturedCallsFile = path.join(root, 'src/figures/silent-voicemail/captured-calls.ts');

/** The generated module from which the figure plays and saves recordings. */
export const capturedVoiceFile = path.join(root, 'src/figures/silent-voicemail/captured-voice.ts');

/** Generates the source text of `captured-calls.ts`, formatted by Prettier. */
export async function generateCapturedCalls(): Promise<string> {
  const calls: CapturedCalls = {
    'call-ok': compactCapture(readCapture('call-ok')),
    'call-no-rtp-caller-side': compactCapture(readCapture('call-no-rtp-caller-side')),
    'call-nat': compactCapture(readCapture('call-nat')),
  };
  return formatSource(
    "import type { CapturedCalls } from './model/index.ts';",
    '/** The captured calls, without their audio. */',
    `export const capturedCalls: CapturedCalls = ${JSON.stringify(calls)};`,
  );
}

/** Generates the source text of `captured-voice.ts`. The caller sent the same audio in all captured calls. */
export async function generateCapturedVoice(): Promise<string> {
  const received = replayCapture(readCapture('call-ok'))?.received.accepted ?? [];
  const voice = Buffer.concat(received.map(({ rtp }) => rtp.payload));
  return formatSource(
    "import type { CompactVoice } from './model/compact-voice.ts';",
    '/** The audio that the caller sent in the captured calls. */',
    `export const capturedVoice: CompactVoice = ${JSON.stringify(compactVoice(voice))};`,
  );
}

function readCapture(name: keyof CapturedCalls): Capture {
  return parseCapture(new Uint8Array(readFileSync(path.join(folder, `${name}.pcap`))));
}

/** Formats a generated module that exports one constant. */
async function formatSource(typeImport: string, comment: string, declaration: string): Promise<string> {
  const head =
    '// Generated from the captures beside the article: run `npm run captures -- --write` after changing them.';
  const source = [head, typeImport, '', comment, declaration, ''].join('\n');
  return format(source, { ...(await resolveConfig(capturedCallsFile)), parser: 'typescript' });
}
