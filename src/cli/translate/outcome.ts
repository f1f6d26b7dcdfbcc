import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { CommandError } from '../command-error.ts';
import type { NewFile } from '../write-files.ts';

/** The result of a job: the message to print, the files to write and the diagnostics. */
export interface Outcome {
  /** One line that says what was done, or why nothing was. */
  message: string;
  kind: 'done' | 'unchanged' | 'refused';
  files: NewFile[];
  /** The reasons for a refusal. */
  diagnostics: Diagnostic[];
}

/** Returns the file to write, or nothing if it already has this text. */
export async function changedFile(file: string, text: string): Promise<NewFile[]> {
  const current = await readFile(file).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT') return undefined;
    throw cannotRead(file, error);
  });
  return current?.equals(Buffer.from(text)) === true ? [] : [{ path: file, text, current }];
}

/** Something that can’t be read as a file, such as a folder of that name, is never replaced. */
function cannotRead(file: string, { message }: Error): CommandError {
  return new CommandError(
    [
      `${file}: Cannot read this file: ${message}`,
      '  why  It would be overwritten without comparing it. Nothing was written.',
      '  fix  Check the file’s permissions. If it is a folder, rename it.',
    ].join('\n'),
  );
}

/** Returns the path of a file in the same folder as another. */
export function siblingPath(file: string, name: string): string {
  return path.join(path.dirname(file), name);
}
