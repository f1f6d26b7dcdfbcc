import { describe, expect, test } from 'vitest';
import type { LeftoverContext } from './leftover.ts';
import { findOtherSyntax } from './other-syntax.ts';
import { findUnreadCode } from './unread-code.ts';
import { findUnreadEmphasis } from './unread-emphasis.ts';
import { findUnreadLinks } from './unread-links.ts';

/** Returns a text that is one paragraph. Parsing it would take longer than finding what is left in it. */
function paragraphOf(markdown: string): LeftoverContext {
  return {
    tree: { type: 'root', children: [] },
    markdown,
    prose: { text: markdown, blocks: [{ type: 'paragraph', start: 0, end: markdown.length }] },
  };
}

const pieces =
  '[](|[a](b |[a] (|[|[[|[[a|![[|{%|{% a |{{|{{a}} |{{<|{:.a|{.a |{#a |**a |** |__가 |~~가 |`a |`` |%%a|==a|^[a |:::|:::\n|!!! |##|a\n|import |import a |[##_|￼'.split(
    '|',
  );

/** A paragraph of 200 KB takes less than a second. In a step with quadratic time it would take minutes. */
const enoughMs = 60_000;

describe('A long paragraph is searched in linear time:', () => {
  test.each(pieces)(
    '%j, repeated',
    (piece) => {
      const context = paragraphOf(piece.repeat(200_000 / piece.length));
      for (const find of [findUnreadLinks, findUnreadEmphasis, findUnreadCode, findOtherSyntax])
        expect(find(context)).toBeInstanceOf(Array);
    },
    enoughMs,
  );
});
