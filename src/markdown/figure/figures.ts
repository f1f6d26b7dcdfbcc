import type { Element, Root as HastRoot } from 'hast';
import { h } from 'hastscript';
import type { Root, Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { SKIP, visit } from '../../tree/index.ts';
import type { VFile } from 'vfile';
import { frameFigure, type Figures } from '../../figures/stage/figure.ts';
import { blockNumber } from '../block/block-paths.ts';
import { addNeed } from '../need.ts';
import { report } from '../report.ts';
import { figureDirective, findFigureTexts, isFigure } from './directive.ts';
import { parseFigure, type PlacedFigure } from './parse-figure.ts';

declare module 'vfile' {
  interface DataMap {
    /** The figures to draw, by id. Set by `remarkFigures` for `rehypeFigures`, as raw HTML could forge attributes. */
    figures: ReadonlyMap<string, PlacedFigure>;
  }
}

/** Reads the `::figure` directives of a text and reports their mistakes. A figure with a mistake is not drawn. */
export function remarkFigures(options: { figures: Figures; ids: Readonly<Record<number, string>> }) {
  return (tree: Root, file: VFile): void => {
    const found = new Map<string, PlacedFigure>();
    file.data.figures = found;
    visit(tree, (node) => {
      if (node.type === 'containerDirective' && node.name === figureDirective) reportContainer(node, file);
      if (node.type === 'text' && findFigureTexts(node).length > 0) reportText(node, file);
      if (!isFigure(node)) return;
      const { placed, findings } = parseFigure(node, options.figures);
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

/**
 * Draws the figures that `remarkFigures` has found into their elements. For each state of a figure that the text links to, the
 * figure contains an empty element with that id, so that such links work without scripts.
 *
 * Must run after raw HTML is sanitized, which removes ids and custom elements, and after all plugins that change elements, as
 * they would change the drawing too.
 *
 * @example
 * <figure class="figure" id="cpu"><span id="cpu:at=41" class="figure-state"></span><figcaption>…</figcaption><narani-…>…</figure>
 */
export function rehypeFigures(options: { figures: Figures; states: readonly string[] }) {
  const { figures, states } = options;
  return (tree: HastRoot, file: VFile): void => {
    visit(tree, 'element', (node: Element) => {
      const { id } = node.properties;
      if (node.tagName !== 'figure' || typeof id !== 'string') return undefined;
      const placed = file.data.figures?.get(id);
      const figure = placed && figures[placed.name];
      if (placed === undefined || figure === undefined) return undefined;
      const { properties, children } = frameFigure({ ...placed, id }, figure.draw(placed.pairs));
      const own = states.filter((state) => state.startsWith(`${id}:`));
      node.properties = properties;
      node.children = [...own.map((state) => h('span.figure-state', { id: state })), ...children];
      addNeed(file, 'figure');
      return SKIP;
    });
  };
}
