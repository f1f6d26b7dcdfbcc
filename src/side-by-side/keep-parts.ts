import type { BlockPath } from '../markdown/index.ts';
import { takeApart, type TextParts } from './text-parts.ts';

/**
 * What takes texts apart as `takeApart` does, and keeps the last two: the two orders of a pair are built one after the other, and
 * to parse a text takes longer than to make its rows.
 */
export function createTakeApart(): typeof takeApart {
  const kept = new Map<string, TextParts>();
  return (html: string, blockPaths: readonly (BlockPath | null)[]) => {
    const key = JSON.stringify(blockPaths) + html;
    const parts = kept.get(key) ?? takeApart(html, blockPaths);
    kept.delete(key);
    kept.set(key, parts);
    for (const [oldest] of [...kept].slice(0, -2)) kept.delete(oldest);
    return parts;
  };
}
