// Types of the data that sets a node's HTML (`data.hName`), and of directives.
/// <reference types="mdast-util-to-hast" />
/// <reference types="mdast-util-directive" />
import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { resolveAlerts } from './alerts.ts';
import { endBareAddresses, remarkBareAddresses } from './bare-address/bare-addresses.ts';
import { remarkBlockDirectives, remarkWrittenKeys } from './directives.ts';
import { takeExplicitIds } from './headings.ts';
import { remarkLimits } from './limits/limit-constructs.ts';
import { resolveReferences } from './links.ts';
import { resolveMediaFiles } from './media/files.ts';
import { normalizeMath, remarkMathSyntax } from './math/nodes.ts';
import { remarkWikilinkSyntax, unnestWikilinks } from './wikilinks.ts';

declare module 'mdast' {
  interface RootData {
    /** The text that the tree was parsed from; the positions of nodes are places in it. */
    source?: string;
  }
}

const parser = unified()
  .use(remarkParse)
  // Korean writes ranges with a single tilde (3~5월), so strikethrough takes two.
  .use(remarkGfm, { singleTilde: false })
  .use(remarkBareAddresses)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .use(remarkBlockDirectives)
  .use(remarkWrittenKeys)
  .use(remarkMathSyntax)
  .use(remarkWikilinkSyntax)
  .use(remarkLimits)
  .freeze();

/**
 * Parses a Markdown text.
 *
 * Emphasis may close before a particle (`**굵게**는`), and so may an address (`https://example.com에서`), `10:30` and `a:b` are
 * text, references such as `[text][label]` are resolved to links, videos and sound (`![…](a.mp4)`) are links to their files, `> [!NOTE]` is the callout `:::note`, and `{#id}` at the end of
 * a heading becomes `data.explicitId`. Links by name (`[[name]]`) are links with `data.wikilink`. Formulas become `math` and `inlineMath` nodes.
 */
export function parseMarkdown(markdown: string): Root {
  const tree = parser.parse(new VFile(markdown));
  endBareAddresses(tree);
  resolveReferences(tree);
  resolveMediaFiles(tree);
  unnestWikilinks(tree);
  resolveAlerts(tree, markdown);
  takeExplicitIds(tree);
  normalizeMath(tree, markdown);
  tree.data = { ...tree.data, source: markdown };
  return tree;
}
