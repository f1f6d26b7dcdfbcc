import { createHash } from 'node:crypto';

/**
 * Returns a content hash of 10 characters (60 bits): short enough for a file name, long enough to be unique within a
 * site.
 */
export function digest(content: string | Uint8Array): string {
  return createHash('sha256')
    .update(content)
    .digest('base64url')
    .slice(0, 10)
    .replaceAll('-', 'a')
    .replaceAll('_', 'b');
}
