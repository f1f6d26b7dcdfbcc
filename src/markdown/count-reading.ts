import type { Code, Nodes, Root } from 'mdast';
import { visit } from '../tree/index.ts';
import { countWords, type ReadingCounts } from '../model/index.ts';
import type { MathBlock } from './math/nodes.ts';

/** Counts what takes time to read in a text: words (including footnotes and captions), lines of code and formulas, and images. */
export function countReading(tree: Root): ReadingCounts {
  const words: string[] = [];
  let codeLines = 0;
  let pictures = 0;
  visit(tree, (node) => {
    if (node.type === 'image' || isDiagram(node)) pictures += 1;
    else if (node.type === 'code' || node.type === 'math') codeLines += countLines(node);
    words.push(wordsOf(node));
  });
  return { ...countWords(words.join(' ')), codeLines, pictures };
}

/** Returns whether a node is a diagram, which counts as an image. */
function isDiagram(node: Nodes): boolean {
  return node.type === 'code' && node.lang === 'mermaid';
}

function countLines({ value }: Code | MathBlock): number {
  return value.split('\n').filter((line) => line.trim() !== '').length;
}

/** Returns the words of a node itself, without those of its children. */
function wordsOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
      return node.value;
    case 'image':
      return node.title ?? '';
    case 'html':
      return node.value.replace(/<!--[^]*?-->|<[^<>]*>/g, ' ');
    default:
      return '';
  }
}
