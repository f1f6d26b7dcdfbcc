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
    why: 'Three colons open a container that ends at the next `:::`, but a figure contains no text.',
    fix: 'Write two colons, all on one line (`::figure{name="…"}`), and remove the closing `:::`.',
  });
  node.data = { ...node.data, hName: 'div' };
}

function reportText(node: Text, file: VFile): void {
  report(file, node, {
    rule: 'figure/not-read',
    severity: 'error',
    what: 'Malformed `::figure` directive',
    why: 'The page shows these characters instead of a figure.',
    fix: 'Write `::figure{name="…"}` alone on one line, with the brace directly after the word and every quote closed. If the colons are meant as text, write `\\:` for each.',
  });
}
