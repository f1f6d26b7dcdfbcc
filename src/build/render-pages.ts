import type { Program } from '../astro/index.ts';
import { openPack } from '../cache/index.ts';
import { openPool, threadsFor } from '../parallel/index.ts';
import type { PageRoute } from '../routes/index.ts';
import { digestData, digestModel } from './digest-data.ts';
import type * as pageTasks from './page-tasks.ts';
import type { PageFacts, PageTask } from './page-tasks.ts';
import type { Progress } from './progress.ts';

/** A page with what the rest of the build needs to know about it. */
export interface RenderedPage {
  route: PageRoute;
  /** The input of `loadPage`, which loads its HTML. */
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

/** Up to this many pages, threads take longer to start than they save. */
const few = 60;

/** Renders the pages that no earlier build has rendered with the same program and model. Returns all pages, in order. */
export async function renderPages(
  routes: readonly PageRoute[],
  { program, cache, progress }: RenderOptions,
): Promise<RenderedPage[]> {
  const pages = routes.map((route) => {
    const { href, model } = route;
    const key = digestData(program.digest, href, digestModel(model));
    return { route, task: { key, href, model, program: { entry: program.entry }, cache } };
  });
  const known = await openPack<PageFacts>(cache, 'page-facts', program.digest);
  const missing = pages.filter(({ task }) => known.get(task.key) === undefined);
  progress.start(`Rendering ${missing.length} of ${pages.length} pages`);
  const pool = openPool<typeof pageTasks>(
    new URL('./page-tasks.ts', import.meta.url),
    threadsFor(missing.length, few),
  );
  let done = 0;
  const render = async ({ task }: { task: PageTask }): Promise<void> => {
    known.set(task.key, await pool.run('findFacts', task));
    done += 1;
    progress.update(done, missing.length);
  };
  try {
    await Promise.all(missing.map(render));
  } finally {
    await pool.close();
  }
  await known.save(pages.map(({ task }) => task.key));
  return pages.map((page) => {
    const facts = known.get(page.task.key);
    if (facts === undefined) throw new Error(`The page ${page.route.href} was not rendered`);
    return { ...page, facts };
  });
}
