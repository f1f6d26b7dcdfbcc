import { deriveAccent } from '../../identity/accent.ts';
import { listDrawings, type Drawing } from '../../syndication/drawings.ts';
import type { SiteContent } from '../site-content.ts';
import type { FileRoute, FileTools } from './file-route.ts';

/** Returns every distinct diagram and figure of the articles as an image, at the addresses of `diagramHref`. */
export async function drawingRoutes(
  { site, articles }: SiteContent,
  readBody: FileTools['readBody'],
): Promise<FileRoute[]> {
  const entries = articles
    .flatMap((article) => [...article.entries.values()])
    .filter(({ needs }) => needs.includes('diagram') || needs.includes('figure'));
  const drawings = new Map<string, Drawing>();
  for (const entry of entries)
    for (const drawing of listDrawings((await readBody(entry)).html)) drawings.set(drawing.digest, drawing);
  const accent = site.accent === undefined ? undefined : deriveAccent(site.accent).light.accent;
  return [...drawings.values()].map(({ digest, svg, kind }) => ({
    file: `diagrams/${digest}.png`,
    model: { svg, kind, accent },
    make: ({ drawDrawing }) => drawDrawing(svg, kind, accent),
  }));
}
