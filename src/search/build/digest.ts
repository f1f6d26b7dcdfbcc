import { createHash } from 'node:crypto';

/** Digest of a content, short enough for a name and long enough to tell all that one site ever has. */
export function digest(content: string | Uint8Array): string {
  return createHash('sha256')
    .update(content)
    .digest('base64url')
    .slice(0, 10)
    .replaceAll('-', 'a')
    .replaceAll('_', 'b');
}

/** Digest of files with their names, whatever order they come in. */
export function digestFiles(files: ReadonlyMap<string, Uint8Array>): string {
  const names = [...files.keys()].sort();
  return digest(names.map((name) => `${name} ${digest(files.get(name) ?? '')}`).join('\n'));
}
