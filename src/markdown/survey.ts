import type { Definition, Link, Root } from 'mdast';
import { visit } from '../tree/index.ts';
import type { Node } from 'unist';
import type { Place } from '../diagnostics/index.ts';
import type { Anchorable, Heading, ReadingCounts } from '../model/index.ts';
import { listPlaces } from './anchors.ts';
import { listBlockNodes, type Block, type BlockNode } from './block/block.ts';
import { listComments, type Comment } from './block/comments.ts';
import { listFormerIds, type FormerId } from './block/former-ids.ts';
import { countReading } from './count-reading.ts';
import { findLinkSentences, type LinkSentence } from './link-sentences.ts';
import { isFigure, parseDirective } from './figure/directive.ts';

/** The facts about a text that other texts and the check's rules need, as plain data. */
export interface Survey {
  headings: readonly (Heading & Place)[];
  /** Addresses of links as written, with the position of the link or, for `[text][label]`, of the definition. */
  links: readonly SurveyedLink[];
  images: readonly (Place & { url: string; alt: string })[];
  /** Everything that links can point to: headings, figures, tables and referenced footnotes. */
  places: readonly (Anchorable & Place)[];
  blocks: readonly Block[];
  /** Comments that are addressed to Narani. */
  comments: readonly Comment[];
  /** Ids that `anchor:` comments keep, in order. */
  formerIds: readonly FormerId[];
  /** The `::figure` directives. `name` is empty if the author left it out; `block` is the block number. */
  figures: readonly (Place & { name: string; block: number })[];
  counts: ReadingCounts;
}

/** A link, and the sentence that it is in, if it can lead to another text. */
interface SurveyedLink extends Place {
  url: string;
  sentence?: LinkSentence | undefined;
}

/** Surveys a parsed text. Must run before rendering, which changes the tree. */
export function surveyMarkdown(tree: Root): Survey {
  const links: SurveyedLink[] = [];
  const sentences = findLinkSentences(tree);
  const images: (Place & { url: string; alt: string })[] = [];
  const defined = new Set<Definition>();
  visit(tree, (node) => {
    switch (node.type) {
      case 'link': {
        const { url, data: { definition } = {} } = node;
        if (definition === undefined || !defined.has(definition))
          links.push({ url, ...placeOf(definition ?? node), ...sentenceOf(node, sentences) });
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
  const comments = listComments(tree);
  return {
    headings: blocks.flatMap(toHeading),
    links,
    images,
    places: listPlaces(tree, blocks),
    blocks: blocks.map(({ block }) => block),
    comments,
    formerIds: listFormerIds(comments),
    figures: blocks.flatMap(toFigure),
    counts: countReading(tree),
  };
}

function sentenceOf(node: Link, sentences: ReadonlyMap<Link, LinkSentence>): Pick<SurveyedLink, 'sentence'> {
  const sentence = sentences.get(node);
  return sentence === undefined ? {} : { sentence };
}

function toHeading({ node, block }: BlockNode): (Heading & Place)[] {
  if (node.type !== 'heading') return [];
  const { text, label, digest, line, column } = block;
  const depth = Math.max(2, node.depth);
  return [
    {
      depth,
      text,
      ...(label !== undefined && { label }),
      digest,
      explicitId: node.data?.explicitId,
      line,
      column,
    },
  ];
}

function toFigure({ node, block: { line, column } }: BlockNode, block: number): Survey['figures'][number][] {
  return isFigure(node) ? [{ name: parseDirective(node).name ?? '', block, line, column }] : [];
}

function placeOf({ position }: Node): Place {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}
