import type { Root, Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Figures } from '../../figures/stage/figure.ts';
import { blockNumber } from '../block/rehype-block-paths.ts';
import { report } from '../report.ts';
import { figureDirective, findFigureTexts, isFigure } from './directive.ts';
import { readFigure, type PlacedFigure } from './read-figure.ts';

declare module 'vfile' {
  interface DataMap {
    /** What is to be drawn, by the id that it has in the page: for `rehypeFigures`, where attributes look like raw HTML's. */
    figures: ReadonlyMap<string, PlacedFigure>;
  }
}

/** Read the figures that a text places, and report all that keeps them from being drawn. One that can't be shows nothing. */
export function remarkFigures(options: { figures: Figures; ids: Readonly<Record<number, string>> }) {
  return (tree: Root, file: VFile): void => {
    const found = new Map<string, PlacedFigure>();
    file.data.figures = found;
    visit(tree, (node) => {
      if (node.type === 'containerDirective' && node.name === figureDirective) reportContainer(node, file);
      if (node.type === 'text' && findFigureTexts(node).length > 0) reportText(node, file);
      if (!isFigure(node)) return;
      const { placed, findings } = readFigure(node, options.figures);
      for (const finding of findings) report(file, node, finding);
      node.data = { ...node.data, hName: 'figure' };
      node.children = [];
      const number = blockNumber({ properties: node.data.hProperties ?? {} }, file.data.blockKey);
      const id = options.ids[number ?? -1];
      if (placed !== undefined && id !== undefined) found.set(id, placed);
    });
  };
}

function reportContainer(node: ContainerDirective, file: VFile): void {
  report(file, node, {
    rule: 'figure/container',
    severity: 'error',
    what: 'Unexpected `:::figure`, expected `::figure`',
    why: 'Three colons frame the text up to the next `:::`; a figure has none in it.',
    fix: 'Write two colons, all on one line (`::figure{name="…"}`), and take out the `:::` that ends it.',
  });
  node.data = { ...node.data, hName: 'div' };
}

function reportText(node: Text, file: VFile): void {
  report(file, node, {
    rule: 'figure/not-read',
    severity: 'error',
    what: 'Unexpected `figure` after colons as text, expected a figure',
    why: 'The page shows what is written, and no figure.',
    fix: 'Write two colons and, right after the word, what is said of it in braces, alone on one line, with each quote closed: `::figure{name="…"}`. Write the colons as `\\:` if they are text.',
  });
}
