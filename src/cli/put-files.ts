import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A file to be put in place: where, with what in it, and what it replaces. */
export interface NewFile {
  path: string;
  text: string;
  current: Uint8Array | undefined;
}

/**
 * Put files into a folder, all or none: they are written aside first, and each gets its place by a rename. Should one not get
 * it, those before it are taken back. Whoever asks to end the program in between is heard when all is done.
 */
export async function putFiles(folder: string, files: readonly NewFile[]): Promise<void> {
  const asked: NodeJS.Signals[] = [];
  const hold = (signal: NodeJS.Signals): void => void asked.push(signal);
  process.on('SIGINT', hold).on('SIGTERM', hold);
  const undo: (() => Promise<void>)[] = [];
  const makeFolder = async (name: string): Promise<void> => {
    const made = await mkdir(name, { recursive: true });
    if (made !== undefined) undo.push(() => rm(made, { recursive: true, force: true }));
  };
  const aside = path.join(folder, `.new-${process.pid}`);
  try {
    await makeFolder(folder);
    await mkdir(aside);
    for (const [index, { text }] of files.entries()) await writeFile(path.join(aside, String(index)), text);
    for (const [index, { path: file, current }] of files.entries()) {
      await makeFolder(path.dirname(file));
      await rename(path.join(aside, String(index)), file);
      undo.push(() => (current === undefined ? rm(file, { force: true }) : writeFile(file, current)));
    }
  } catch (error) {
    for (const step of undo.toReversed()) await step();
    throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
    process.off('SIGINT', hold).off('SIGTERM', hold);
  }
  if (asked.length > 0) process.exit(130);
}
