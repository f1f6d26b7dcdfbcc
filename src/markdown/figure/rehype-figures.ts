import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { frameFigure, type Figures } from '../../figures/stage/figure.ts';
import { addNeed } from '../need.ts';

/**
 * Draw each figure that `remarkFigures` has read, into the element that stands for it. For every state that the text links to
 * there is a place in it, so that a browser without scripts finds the figure by itself.
 *
 * This comes after raw HTML has been cleaned, which can have neither the id of a figure nor its custom element, and after all
 * that changes what stands in a text: a figure stays as it has been drawn.
 *
 * @example
 * <figure class="figure" id="cpu"><span id="cpu:at=41" class="figure-state"></span><figcaption>…</figcaption><narani-…>…</figure>
 */
export function rehypeFigures(options: { figures: Figures; states: readonly string[] }) {
  const { figures, states } = options;
  return (tree: Root, file: VFile): void => {
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
