import type { Root } from 'mdast';
import type { Diagnostic } from '../diagnostics/index.ts';
import { loadDictionary, type Locale } from '../locale/index.ts';
import {
  lintMarkdown,
  parseMarkdown,
  renderMarkdown,
  groupAnchors,
  surveyMarkdown,
  type RenderContext,
  type Rendered,
} from '../markdown/index.ts';
import { anchorArticle } from '../model/index.ts';
import { testFigures } from './figures.ts';

/** What a test may say about a text that stands alone, outside any site. */
type Said = Partial<RenderContext> & { locale?: Locale };

/** Render a text as if it were the only one of its article: English, if nothing else is said. */
export async function renderAlone(markdown: string | Root, said: Said = {}): Promise<Rendered> {
  const tree = typeof markdown === 'string' ? parseMarkdown(markdown) : markdown;
  return renderMarkdown(tree, await contextAlone(tree, said));
}

/** What there is to tell of such a text without rendering it. */
export async function lintAlone(tree: Root, said: Said = {}): Promise<Diagnostic[]> {
  return lintMarkdown(tree, await contextAlone(tree, said));
}

async function contextAlone(tree: Root, { locale = 'en', ...context }: Said): Promise<RenderContext> {
  const { places } = surveyMarkdown(tree);
  const ids = anchorArticle([{ locale, places }], locale).ids.get(locale) ?? [];
  return {
    path: '/site/articles/a/input.md',
    file: 'input.md',
    dictionary: await loadDictionary(locale),
    figures: testFigures,
    ...groupAnchors(places, ids),
    states: [],
    targets: {},
    images: {},
    revisions: [],
    ...context,
  };
}
