import type { Link, Nodes, Root } from 'mdast';
import { visit } from '../tree/index.ts';
import { toPlainText } from './math/mathml.ts';

/** The sentence that a link is in, as plain text in three parts. A link by name without words is in it as written: `[[name]]`. */
export interface LinkSentence {
  before: string;
  /** The words of the link. */
  words: string;
  after: string;
}

/** Longest text before and after the words of a link, in UTF-16 units: a sentence is to be read in a list. */
const maxLength = 100;

/** Longest distance from a link to the ends of its sentence, in characters: longer sentences are shortened anyway. */
const reach = 2 * maxLength;

/**
 * Finds the sentences of the links of a text that can lead to another text of the site: those that are relative, from the root, or by
 * name. Links outside paragraphs, headings and tables have none.
 */
export function findLinkSentences(tree: Root): Map<Link, LinkSentence> {
  const sentences = new Map<Link, LinkSentence>();
  visit(tree, ['paragraph', 'heading', 'tableCell'], (block) => {
    const run: Run = { text: '', links: [] };
    addText(block, run);
    const links = run.links.filter(({ link }) => isInternal(link));
    if (links.length === 0) return;
    for (const { link, ...span } of links) sentences.set(link, cutSentence(run.text, span));
  });
  return sentences;
}

// Sentences end alike in all languages of texts, and a survey does not know the language.
const sentenceSegmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The text of a block, and the offsets of the links in it. */
interface Run {
  text: string;
  links: { link: Link; start: number; end: number }[];
}

function addText(node: Nodes, run: Run): void {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      run.text += node.value.replace(/\s+/g, ' ');
      break;
    case 'inlineMath':
      run.text += toPlainText(node.value);
      break;
    case 'break':
      run.text += ' ';
      break;
    case 'link': {
      const start = run.text.length;
      if (node.data?.wikilink !== undefined && node.data.wikilink.words === undefined) run.text += node.url;
      else for (const child of node.children) addText(child, run);
      run.links.push({ link: node, start, end: run.text.length });
      break;
    }
    default:
      if ('children' in node) for (const child of node.children) addText(child, run);
  }
}

function isInternal({ url }: Link): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)/i.test(url);
}

/** Returns the sentence around a link. If the words of the link have several sentences, it has all of them. */
function cutSentence(text: string, link: { start: number; end: number }): LinkSentence {
  // Sentences are looked for only near the link: a paragraph may have many links.
  const from = Math.max(0, link.start - reach);
  const near = text.slice(from, link.end + reach);
  const starts = Array.from(sentenceSegmenter.segment(near), ({ index }) => from + index);
  const start = starts.findLast((each) => each <= link.start) ?? from;
  const end = starts.find((each) => each >= link.end && each > start) ?? from + near.length;
  return {
    before: shortenStart(text.slice(start, link.start).trimStart()),
    words: text.slice(link.start, link.end),
    after: shortenEnd(text.slice(link.end, end).trimEnd()),
  };
}

function shortenStart(text: string): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(-maxLength).replace(/^[\uDC00-\uDFFF]/, '');
  return `…${cut.replace(/^\S{0,30}\s+/, '')}`;
}

function shortenEnd(text: string): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.replace(/\s+\S{0,30}$/, '')}…`;
}
