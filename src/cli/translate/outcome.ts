import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { CommandError } from '../command-error.ts';
import type { NewFile } from '../put-files.ts';

/** What comes of one translation: what is to be told, and to be written. */
export interface Outcome {
  /** One line that says what has been done, or why nothing was. */
  told: string;
  kind: 'done' | 'nothing' | 'refused';
  files: NewFile[];
  /** What stands in the way. */
  diagnostics: Diagnostic[];
}

/** A file with what is in it now, if that is to change. */
export async function changedFile(file: string, text: string): Promise<NewFile[]> {
  const current = await readFile(file).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT') return undefined;
    throw inTheWay(file, error);
  });
  return current?.equals(Buffer.from(text)) === true ? [] : [{ path: file, text, current }];
}

/** What has the name of a file and can't be read as one, a folder for instance, is never replaced. */
function inTheWay(file: string, { message }: Error): CommandError {
  return new CommandError(
    [
      `${file}: Unexpected file that can’t be read, expected one, or a free name: ${message}`,
      '  why  It would be replaced, and nobody could tell by what. Nothing was written.',
      '  fix  Give yourself the right to read it, or rename what has this name.',
    ].join('\n'),
  );
}

/** A file beside another. */
export function beside(file: string, name: string): string {
  return path.join(path.dirname(file), name);
}
