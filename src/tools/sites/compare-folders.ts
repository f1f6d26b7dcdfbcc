import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from './run.ts';

/** Characters shown before and after a difference. */
const context = 100;

/**
 * Compares two folders byte by byte. Returns what differs first, by name, and how many files differ; `undefined` if both have the same files
 * with the same bytes.
 */
export function compareFolders(actual: string, expected: string): string | undefined {
  const [actualFiles, expectedFiles] = [listFiles(actual), listFiles(expected)];
  const differences = [...new Set([...actualFiles, ...expectedFiles])].sort().flatMap((file) => {
    if (!expectedFiles.includes(file)) return [`${file} should not exist`];
    if (!actualFiles.includes(file)) return [`${file} is missing`];
    const [found, wanted] = [actual, expected].map((folder) => readFileSync(path.join(folder, file)));
    return found !== undefined && wanted !== undefined && !found.equals(wanted)
      ? [`${file} differs${describeDifference(found, wanted)}`]
      : [];
  });
  const [first, ...others] = differences;
  if (first === undefined) return undefined;
  const names = others.slice(0, 10).map((other) => `  ${other.split('\n')[0] ?? ''}`);
  return [first, ...(names.length > 0 ? [`and ${others.length} others:`] : []), ...names].join('\n');
}

/** Describes the first difference of two texts with the text around it, or of two binary files by their sizes. */
function describeDifference(found: Buffer, wanted: Buffer): string {
  if (found.includes(0) || wanted.includes(0)) return `: ${found.length} bytes instead of ${wanted.length}`;
  const [text, other] = [found.toString(), wanted.toString()];
  let at = 0;
  while (text[at] === other[at]) at += 1;
  const excerpt = (whole: string): string =>
    JSON.stringify(whole.slice(Math.max(0, at - context), at + context));
  return ` at character ${at}:\n  found    ${excerpt(text)}\n  expected ${excerpt(other)}`;
}
