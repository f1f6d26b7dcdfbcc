import { parseMarkdown } from '../markdown/index.ts';
import { placeBlocks } from './insertion-point.ts';
import { quoteBlock } from './quote.ts';

/** Returns the Markdown of each block of a text, by digest. */
export function quoteBlocks(body: string): Map<string, string> {
  return new Map(
    placeBlocks(parseMarkdown(body)).map((placed) => [placed.block.digest, quoteBlock(placed, body)]),
  );
}
