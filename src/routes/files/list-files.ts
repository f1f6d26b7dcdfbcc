import type { SiteContent } from '../site-content.ts';
import { cardRoutes } from './cards.ts';
import { downloadRoutes } from './downloads.ts';
import { drawingRoutes } from './drawings.ts';
import { feedRoute } from './feed.ts';
import type { FileRoute, FileTools } from './file-route.ts';
import { markdownRoutes } from './markdown-files.ts';
import { redirectRoutes } from './redirects.ts';
import { siteFileRoutes } from './site-files.ts';

/** Lists every file of a site that is made from its content, besides pages, pictures of texts, fonts and the search index. */
export async function listFiles(content: SiteContent, readBody: FileTools['readBody']): Promise<FileRoute[]> {
  return [
    ...siteFileRoutes(content),
    ...content.site.locales.map((locale) => feedRoute(content, locale)),
    ...markdownRoutes(content),
    ...cardRoutes(content),
    ...downloadRoutes(content),
    ...redirectRoutes(content),
    ...(await drawingRoutes(content, readBody)),
  ];
}
