import type { Root } from 'mdast';
import { loadDictionary, type Locale } from '../locale/index.ts';
import {
  parseMarkdown,
  renderMarkdown,
  surveyMarkdown,
  type RenderContext,
  type Rendered,
} from '../markdown/index.ts';
import { anchorArticle } from '../model/index.ts';

/** What a test may say about a text that stands alone, outside any site. */
type Said = Partial<RenderContext> & { locale?: Locale };

/** Render a text as if it were the only one of its article: English, if nothing else is said. */
export async function renderAlone(markdown: string | Root, said: Said = {}): Promise<Rendered> {
  const { locale = 'en', ...context } = said;
  const tree = typeof markdown === 'string' ? parseMarkdown(markdown) : markdown;
  const { headings } = surveyMarkdown(tree);
  return renderMarkdown(tree, {
    path: '/site/articles/a/input.md',
    file: 'input.md',
    dictionary: await loadDictionary(locale),
    anchors: anchorArticle([{ locale, headings }], locale).ids.get(locale) ?? [],
    targets: {},
    images: {},
    ...context,
  });
}
