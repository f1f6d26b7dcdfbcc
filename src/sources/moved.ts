/** Returns whether an error says that a file or folder is no longer there, or no longer what it was when its folder was listed. */
export function isMoved(error: unknown): boolean {
  const codes: unknown[] = ['ENOENT', 'ENOTDIR', 'EISDIR'];
  return error instanceof Error && 'code' in error && codes.includes(error.code);
}
