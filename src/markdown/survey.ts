import type { Definition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Node } from 'unist';
import type { Place } from '../diagnostics/index.ts';
import type { Anchorable, Heading, ReadingCounts } from '../model/index.ts';
import { listPlaces } from './anchor/list-places.ts';
import { listBlockNodes, type Block, type BlockNode } from './block/block.ts';
import { listComments, type Comment } from './block/list-comments.ts';
import { isFigure, readDirective } from './figure/directive.ts';
import { countReading } from './reading/count-reading.ts';

/** What a text holds that other texts and rules need to know. Plain data. */
export interface Survey {
  headings: readonly (Heading & Place)[];
  /** Addresses of links as written; the place of one that stands in a definition is there. */
  links: readonly (Place & { url: string })[];
  images: readonly (Place & { url: string; alt: string })[];
  /** What links can lead to: headings, figures, tables and footnotes that are called. */
  places: readonly (Anchorable & Place)[];
  blocks: readonly Block[];
  /** What its comments say to Narani. */
  comments: readonly Comment[];
  /** The figures that it places, by name; one that is given none has an empty one. */
  figures: readonly (Place & { name: string; block: number })[];
  counts: ReadingCounts;
}

/** Look a text over, before anything is rendered. */
export function surveyMarkdown(tree: Root): Survey {
  const links: (Place & { url: string })[] = [];
  const images: (Place & { url: string; alt: string })[] = [];
  const defined = new Set<Definition>();
  visit(tree, (node) => {
    switch (node.type) {
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
      default:
    }
  });
  const blocks = listBlockNodes(tree);
  return {
    headings: blocks.flatMap(toHeading),
    links,
    images,
    places: listPlaces(tree, blocks),
    blocks: blocks.map(({ block }) => block),
    comments: listComments(tree),
    figures: blocks.flatMap(toFigure),
    counts: countReading(tree),
  };
}

function toHeading({ node, block }: BlockNode): (Heading & Place)[] {
  if (node.type !== 'heading') return [];
  const { text, digest, line, column } = block;
  const depth = Math.max(2, node.depth);
  return [{ depth, text, digest, explicitId: node.data?.explicitId, line, column }];
}

function toFigure({ node, block: { line, column } }: BlockNode, block: number): Survey['figures'][number][] {
  return isFigure(node) ? [{ name: readDirective(node).name ?? '', block, line, column }] : [];
}

function placeOf({ position }: Node): Place {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}
