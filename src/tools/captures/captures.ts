import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseCapture } from '../../capture/index.ts';
import { replayCapture } from '../../figures/silent-voicemail/model/index.ts';
import {
  articleCaptures,
  capturedCallsFile,
  capturedVoiceFile,
  generateCapturedCalls,
  generateCapturedVoice,
} from './article-captures.ts';
import { help, parseOptions, type Options } from './options.ts';
import { writeRecording } from './recording.ts';
import { reportCapture } from './report.ts';

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(help);
  else if (options.write) await writeModules();
  else process.exitCode = reportAll(options) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function writeModules(): Promise<void> {
  const modules = [
    [capturedCallsFile, await generateCapturedCalls()],
    [capturedVoiceFile, await generateCapturedVoice()],
  ] as const;
  for (const [file, source] of modules) {
    writeFileSync(file, source);
    console.log(`${path.relative('', file)} is written.`);
  }
}

/** Prints a report on each file. Returns whether all of them are captures. */
function reportAll({ files, wav }: Options): boolean {
  const names = files.length === 0 ? articleCaptures.map((file) => path.relative('', file)) : files;
  const captures = names.map((file) => {
    const capture = parseCapture(readBytes(file));
    console.log(reportCapture(file, capture));
    if (wav !== undefined) saveRecording(capture, path.join(wav, `${path.parse(file).name}.wav`));
    return capture;
  });
  return captures.every(({ format }) => format !== undefined);
}

function readBytes(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot read ${file}: ${cause}\n  fix  Check the path and its permissions.`, {
      cause: error,
    });
  }
}

function saveRecording(capture: ReturnType<typeof parseCapture>, file: string): void {
  const replay = replayCapture(capture);
  const wav = replay && writeRecording(replay);
  if (wav === undefined) {
    console.log(`${file} is not written: the capture has no recording that can be decoded.\n`);
    return;
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, wav);
  console.log(`${file} is written.\n`);
}
