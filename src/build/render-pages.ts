import type { Program } from '../astro/index.ts';
import type { PageRoute } from '../routes/index.ts';
import { digestData } from './digest-data.ts';
import type { Progress } from './progress.ts';
import { loadFacts, type PageFacts, type PageTask } from './render-page.ts';

/** A page with what the rest of the build needs to know about it. */
export interface RenderedPage {
  route: PageRoute;
  /** How to load its HTML. */
  task: PageTask;
  facts: PageFacts;
}

/** Options of {@link renderPages}. */
interface RenderOptions {
  program: Program;
  /** Absolute path of the build cache. */
  cache: string;
  progress: Progress;
}

/** Renders the pages that no earlier build has rendered with the same program and model. Returns all pages, in order. */
export async function renderPages(
  routes: readonly PageRoute[],
  { program, cache, progress }: RenderOptions,
): Promise<RenderedPage[]> {
  const { digest, entry } = program;
  const pages: RenderedPage[] = [];
  progress.start(`Rendering ${routes.length} pages`);
  for (const route of routes) {
    const { href, model } = route;
    const task: PageTask = { key: digestData(digest, href, model), href, model, program: { entry }, cache };
    pages.push({ route, task, facts: await loadFacts(task) });
    progress.update(pages.length, routes.length);
  }
  return pages;
}
