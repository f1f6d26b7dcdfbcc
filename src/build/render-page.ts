import path from 'node:path';
import { loadRenderer, type Program } from '../astro/index.ts';
import { cachedFile } from '../cache/index.ts';
import { contentsOf, type PageModel } from '../page-model/index.ts';
import { glyphsIn, type Glyphs } from '../fonts/index.ts';
import { readBody } from '../texts/index.ts';

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
}

/** Returns the HTML of a page, as rendered before or by an earlier build. */
export async function loadPage(task: PageTask): Promise<string> {
  const bytes = await cachedFile(path.join(task.cache, 'pages'), task.key, async () =>
    Buffer.from(await renderPage(task)),
  );
  return Buffer.from(bytes).toString();
}

/** Returns the facts about a page, rendering it if no earlier build has. */
export async function loadFacts(task: PageTask): Promise<PageFacts> {
  const bytes = await cachedFile(path.join(task.cache, 'facts'), task.key, async () => {
    const html = await loadPage(task);
    const facts: PageFacts = { glyphs: glyphsIn(html) };
    return Buffer.from(JSON.stringify(facts));
  });
  return JSON.parse(Buffer.from(bytes).toString()) as PageFacts;
}

const renderers = new Map<string, ReturnType<typeof loadRenderer>>();

async function renderPage({ program, cache, href, model }: PageTask): Promise<string> {
  const loaded = renderers.get(program.entry) ?? loadRenderer(program);
  renderers.set(program.entry, loaded);
  const html: Record<string, string> = {};
  for (const content of contentsOf(model)) html[content] = (await readBody(cache, content)).html;
  const render = await loaded;
  return render(href, { model, html });
}
