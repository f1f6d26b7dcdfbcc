import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createCardRenderer } from '../../pictures/card-renderer.ts';
import { createDrawingRenderer } from '../../pictures/drawing-renderer.ts';
import { drawingMargin } from '../../syndication/drawings.ts';
import { readBody } from '../../texts/index.ts';
import type { FileTools } from './file-route.ts';

/**
 * Creates the tools that files are made with. Each prepares itself at its first use.
 *
 * @param root absolute path of the project
 * @param cache absolute path of the build cache
 */
export function createFileTools(root: string, cache: string): FileTools {
  return {
    readBody: ({ content }) => readBody(cache, content),
    drawCard: createCardRenderer({ root, cache: path.join(cache, 'cards') }),
    drawDrawing: createDrawingRenderer({ root, cache: path.join(cache, 'diagrams'), margin: drawingMargin }),
    readProjectFile: (file) => readFile(path.join(root, file)),
  };
}
