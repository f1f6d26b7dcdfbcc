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

const digests = new WeakMap<object, string>();

/**
 * Returns a content hash of a model as {@link digestData} does, but hashes each object that it consists of only once: what many
 * models share, such as an article that many pages list. So none of them may change afterwards.
 */
export function digestModel(model: unknown): string {
  if (typeof model !== 'object' || model === null) return digestData(model);
  const parts: unknown[] = Array.isArray(model)
    ? ['list', ...(model as unknown[])]
    : Object.entries(model).flat();
  return digestData(...parts.map(digestPart));
}

function digestPart(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part;
  const digest = digests.get(part) ?? (Array.isArray(part) ? digestModel(part) : digestObject(part));
  digests.set(part, digest);
  return digest;
}

/** Hashes an object. Without maps and sets, JSON is several times faster. */
function digestObject(data: object): string {
  return holdsMap(data) ? digestData(data) : createHash('sha256').update(JSON.stringify(data)).digest('hex');
}

function holdsMap(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return value instanceof Map || value instanceof Set || Object.values(value).some(holdsMap);
}
