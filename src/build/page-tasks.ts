import path from 'node:path';
import { loadRenderer, type Program } from '../astro/index.ts';
import { cachedFile } from '../cache/index.ts';
import { glyphsIn, type Glyphs } from '../fonts/index.ts';
import { loadLocals, type PageModel } from '../page-model/index.ts';
import { htmlToPageText, summarizeText, type TextSummary } from '../search/build/index.ts';
import { readBody } from '../texts/index.ts';

// The functions of this module run in worker threads, too.

/** A page to render, as plain data. */
export interface PageTask {
  /** Covers everything that the page depends on. */
  key: string;
  href: string;
  model: PageModel;
  program: Pick<Program, 'entry'>;
  /** Absolute path of the build cache. */
  cache: string;
}

/** What the rest of the build needs to know about a page. */
export interface PageFacts {
  glyphs: Glyphs;
  /** Summary of its searchable text; absent if it has none. */
  text?: TextSummary | undefined;
}

/** Returns the facts about a page. Its HTML is then in the cache. */
export async function findFacts(task: PageTask): Promise<PageFacts> {
  const html = await loadPage(task);
  const text = htmlToPageText(html);
  return { glyphs: glyphsIn(html), text: text && summarizeText(text) };
}

/** Returns the HTML of a page from the cache, or renders it. */
export async function loadPage(task: PageTask): Promise<string> {
  const bytes = await cachedFile(path.join(task.cache, 'pages'), task.key, async () =>
    Buffer.from(await renderPage(task)),
  );
  return Buffer.from(bytes).toString();
}

const renderers = new Map<string, ReturnType<typeof loadRenderer>>();

async function renderPage({ program, cache, href, model }: PageTask): Promise<string> {
  const loaded = renderers.get(program.entry) ?? loadRenderer(program);
  renderers.set(program.entry, loaded);
  const locals = await loadLocals(model, (content) => readBody(cache, content));
  const render = await loaded;
  return render(href, locals);
}
