// Types of the fields by which a plugin says what HTML a node becomes (`data.hName`), and of directives.
/// <reference types="mdast-util-to-hast" />
/// <reference types="mdast-util-directive" />
import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { remarkBlockDirectives } from './directive/remark-block-directives.ts';
import { remarkWrittenKeys } from './directive/remark-written-keys.ts';
import { takeExplicitIds } from './heading/explicit-id.ts';
import { resolveReferences } from './link/resolve-references.ts';

const parser = unified()
  .use(remarkParse)
  // Koreans write ranges with one tilde (3~5월); only two strike out.
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .use(remarkBlockDirectives)
  .use(remarkWrittenKeys)
  .freeze();

/**
 * The syntax tree of a Markdown text, before anything is looked up for it.
 *
 * Emphasis closes before a particle (`**굵게**는`), `10:30` and `a:b` stay text, `[text][label]` is a link like any other,
 * and `{#id}` at the end of a heading has become `data.explicitId`.
 */
export function parseMarkdown(markdown: string): Root {
  const tree = parser.parse(new VFile(markdown));
  resolveReferences(tree);
  takeExplicitIds(tree);
  return tree;
}
