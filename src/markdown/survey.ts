import type { Definition, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Node } from 'unist';
import type { Place } from '../diagnostics/index.ts';
import type { Heading, ReadingCounts } from '../model/index.ts';
import { blockDigest, listBlocks, type Block } from './block/block.ts';
import { listComments, type Comment } from './block/list-comments.ts';
import { countReading } from './reading/count-reading.ts';

/** What a text holds that other texts and rules need to know. Plain data. */
export interface Survey {
  headings: readonly (Heading & Place)[];
  /** Addresses of links as written; the place of one that stands in a definition is there. */
  links: readonly (Place & { url: string })[];
  images: readonly (Place & { url: string; alt: string })[];
  /** Ids in the text that are not headings: footnotes. */
  footnoteIds: readonly string[];
  blocks: readonly Block[];
  /** What its comments say to Narani. */
  comments: readonly Comment[];
  counts: ReadingCounts;
}

/** Look a text over, before anything is rendered. */
export function surveyMarkdown(tree: Root): Survey {
  const headings: (Heading & Place)[] = [];
  const links: (Place & { url: string })[] = [];
  const images: (Place & { url: string; alt: string })[] = [];
  const footnoteIds: string[] = [];
  const defined = new Set<Definition>();
  visit(tree, (node) => {
    switch (node.type) {
      case 'heading': {
        const { depth, data } = node;
        headings.push({
          depth: Math.max(2, depth),
          text: toString(node, { includeHtml: false }).replace(/\s+/g, ' ').trim(),
          digest: blockDigest(node),
          explicitId: data?.explicitId,
          ...placeOf(node),
        });
        break;
      }
      case 'link': {
        const { url, data: { definition } = {} } = node;
        if (definition === undefined || !defined.has(definition))
          links.push({ url, ...placeOf(definition ?? node) });
        if (definition !== undefined) defined.add(definition);
        break;
      }
      case 'image':
        images.push({ url: node.url, alt: node.alt ?? '', ...placeOf(node) });
        break;
      case 'footnoteDefinition':
        footnoteIds.push(`fn-${node.identifier}`, `fnref-${node.identifier}`);
        break;
      default:
    }
  });
  return {
    headings,
    links,
    images,
    footnoteIds,
    blocks: listBlocks(tree),
    comments: listComments(tree),
    counts: countReading(tree),
  };
}

function placeOf({ position }: Node): Place {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}
