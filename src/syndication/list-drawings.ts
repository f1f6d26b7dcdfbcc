import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { findDiagram } from './diagram.ts';
import { toDrawing, type Drawing } from './drawing.ts';
import { findFigurePicture } from './figure.ts';

/** The diagrams and figures in a text’s HTML of which there are pictures. */
export function listDrawings(html: string): Drawing[] {
  const found: Drawing[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', (node: Element) => {
    const drawing = findDrawing(node);
    if (drawing !== undefined) found.push(drawing);
  });
  return found;
}

function findDrawing(element: Element): Drawing | undefined {
  const diagram = findDiagram(element);
  if (diagram !== undefined) return toDrawing(diagram, 'diagram');
  const picture = findFigurePicture(element);
  return picture && toDrawing(picture, 'figure');
}
