import { createHash } from 'node:crypto';

/** Returns a content hash of plain data. Maps and sets count as lists, in their order. */
export function digestData(...parts: readonly unknown[]): string {
  const hash = createHash('sha256');
  // An undefined part has no JSON.
  for (const part of parts) hash.update(JSON.stringify([part], toList)).update('\n');
  return hash.digest('hex');
}

function toList(_key: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value] : value;
}
