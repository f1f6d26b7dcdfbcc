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
 * it, those before it are taken back.
 */
export async function putFiles(folder: string, files: readonly NewFile[]): Promise<void> {
  const made = await mkdir(folder, { recursive: true });
  const aside = path.join(folder, `.import-${process.pid}`);
  const placed: NewFile[] = [];
  try {
    await mkdir(aside);
    for (const [index, { text }] of files.entries()) await writeFile(path.join(aside, String(index)), text);
    for (const [index, file] of files.entries()) {
      await mkdir(path.dirname(file.path), { recursive: true });
      await rename(path.join(aside, String(index)), file.path);
      placed.push(file);
    }
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    else await takeBack(placed);
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}

async function takeBack(files: readonly NewFile[]): Promise<void> {
  for (const { path: file, current } of files) {
    if (current === undefined) await rm(file, { force: true });
    else await writeFile(file, current);
  }
}
