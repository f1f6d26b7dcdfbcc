import type { ProseBlock } from './prose.ts';

/** A run of characters that may open or close markup, with the text around it in its block. */
export interface Mark {
  offset: number;
  /** A space and up to ten characters before the mark. */
  before: string;
  /** Up to ten characters after the mark, and a space. */
  following: string;
}

/** Returns the marks of a block that match a global pattern. */
export function marksIn(
  pattern: RegExp,
  { start, end }: ProseBlock,
  text: string,
): (Mark & { run: string })[] {
  return [...text.slice(start, end).matchAll(pattern)].map(({ index, 0: run }) => {
    const [offset, after] = [start + index, start + index + run.length];
    return {
      run,
      offset,
      before: ` ${text.slice(Math.max(start, offset - 10), offset)}`,
      following: `${text.slice(after, Math.min(end, after + 10))} `,
    };
  });
}
