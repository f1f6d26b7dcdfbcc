import { CommandError } from './command-error.ts';

/** An error of the operating system about a file. */
interface FileError extends Error {
  code: string;
  path?: string;
  /** The second file of an operation on two, such as a copy. */
  dest?: string;
}

/** The meaning of each error code, and a way to fix it. */
const explanations: Readonly<Record<string, { what: string; fix: string }>> = {
  ENOSPC: { what: 'Cannot write: the disk is full', fix: 'Free some space, then try again.' },
  EDQUOT: { what: 'Cannot write: your disk quota is used up', fix: 'Free some space, then try again.' },
  EROFS: {
    what: 'Cannot write: the file system is read-only',
    fix: 'Make it writable, or use a folder that is, for example with OUT_DIR.',
  },
  EACCES: {
    what: 'Permission denied',
    fix: 'Check the owner and the permissions of this file and of its folder.',
  },
  EPERM: {
    what: 'Operation not permitted',
    fix: 'Check the owner and the permissions of this file and of its folder.',
  },
  EMFILE: { what: 'Too many open files', fix: 'Raise the limit with `ulimit -n 4096`, then try again.' },
  ENFILE: { what: 'Too many open files', fix: 'End other programs, then try again.' },
  EIO: { what: 'The disk reports an error', fix: 'Check the disk, then try again.' },
  ENOENT: {
    what: 'There is no such file or folder',
    fix: 'Restore it. If it was moved meanwhile, try again.',
  },
  EEXIST: { what: 'Something else is in this place', fix: 'Remove or rename it.' },
  ENOTDIR: { what: 'A file is in the place of a folder', fix: 'Remove or rename that file.' },
  EISDIR: { what: 'A folder is in the place of a file', fix: 'Remove or rename that folder.' },
  ELOOP: { what: 'Symbolic links lead in a circle', fix: 'Remove or correct one of them.' },
};

/** Explains an error of the operating system about a file; returns `undefined` for other errors. */
export function explainFileError(error: unknown): CommandError | undefined {
  const found = findFileError(error);
  const explanation = explanations[found?.code ?? ''];
  if (found === undefined || explanation === undefined) return undefined;
  const file = found.dest ?? found.path;
  return new CommandError(
    [
      `${file === undefined ? '' : `${file}: `}${explanation.what}`,
      `  why  Without it, the command cannot go on (${found.message.split(',')[0] ?? found.code}).`,
      `  fix  ${explanation.fix}`,
    ].join('\n'),
  );
}

/** Explains an error while files were written to a folder, all of them or none; returns an error without a code unchanged. */
export function explainWriteError(
  folder: string,
  error: unknown,
  { why, fix }: { why: string; fix: string },
): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  return new CommandError(
    [`${folder}: Cannot write to this folder: ${error.message}`, `  why  ${why}`, `  fix  ${fix}`].join('\n'),
  );
}

/** Returns whether an error of the operating system has one of these codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return isFileError(error) && codes.includes(error.code);
}

/** Finds an error of the operating system in a chain of causes. */
function findFileError(error: unknown): FileError | undefined {
  for (let each = error; each instanceof Error; each = each.cause) if (isFileError(each)) return each;
  return undefined;
}

function isFileError(error: unknown): error is FileError {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
