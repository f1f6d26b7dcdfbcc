import type { Code, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { countWords, type ReadingCounts } from '../../model/index.ts';

/** Count what takes time to read in a text: all of its words, footnotes and captions too, its code and its pictures. */
export function countReading(tree: Root): ReadingCounts {
  const words: string[] = [];
  let codeLines = 0;
  let pictures = 0;
  visit(tree, (node) => {
    if (node.type === 'image' || isDiagram(node)) pictures += 1;
    else if (node.type === 'code') codeLines += countLines(node);
    words.push(wordsOf(node));
  });
  return { ...countWords(words.join(' ')), codeLines, pictures };
}

/** A diagram is looked at like a picture; its source is not read. */
function isDiagram(node: Nodes): boolean {
  return node.type === 'code' && node.lang === 'mermaid';
}

function countLines({ value }: Code): number {
  return value.split('\n').filter((line) => line.trim() !== '').length;
}

/** The words that a node itself has, without those of its children. */
function wordsOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'image':
      return node.title ?? '';
    case 'html':
      return node.value.replace(/<!--[^]*?-->|<[^<>]*>/g, ' ');
    default:
      return '';
  }
}
