import type { Root } from 'mdast';
import type { Diagnostic } from '../diagnostics/index.ts';
import { el } from '../figures/stage/element.ts';
import type { Figures, StaticFigure } from '../figures/stage/figure.ts';
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

/** The context of a text outside any site, as far as it matters to a test. */
type Options = Partial<RenderContext> & { locale?: Locale };

/** Renders a text as the only one of its article; by default, in English. */
export async function renderAlone(markdown: string | Root, options: Options = {}): Promise<Rendered> {
  const tree = typeof markdown === 'string' ? parseMarkdown(markdown) : markdown;
  return renderMarkdown(tree, await contextAlone(tree, options));
}

/** Lints such a text without rendering it. */
export async function lintAlone(tree: Root, options: Options = {}): Promise<Diagnostic[]> {
  return lintMarkdown(tree, await contextAlone(tree, options));
}

async function contextAlone(tree: Root, { locale = 'en', ...context }: Options): Promise<RenderContext> {
  const survey = surveyMarkdown(tree);
  const { places, formerIds } = survey;
  const former = formerIds.map(({ id }) => id);
  const ids = anchorArticle([{ locale, places, formerIds: former }], locale).ids.get(locale) ?? [];
  return {
    file: 'input.md',
    locale,
    dictionary: await loadDictionary(locale),
    figures: testFigures,
    ...groupAnchors(survey, ids),
    states: [],
    targets: {},
    images: {},
    revisions: [],
    ...context,
  };
}

/** Figures for tests, which show only their state. Tests with them do not depend on the drawings of real figures. */
export const testFigures: Figures = {
  clock: {
    settings: {
      preset: { kind: 'choice', options: ['slow', 'fast'] },
      every: { kind: 'number', min: 0.5, max: 10 },
      beats: { kind: 'text', example: '1x2,3x4', isValid: (text) => /^\d+x\d+(?:,\d+x\d+)*$/.test(text) },
    },
    draw: (pairs) => draw('A clock', pairs),
  },
  bell: { settings: {}, draw: (pairs) => draw('A bell', pairs) },
};

function draw(title: string, pairs: string): StaticFigure {
  const picture = el('svg', { role: 'img', 'aria-label': title, width: '100%', height: 24 });
  const line = el('path', { d: 'M0 0L1 1', 'stroke-width': 2, 'vector-effect': 'non-scaling-stroke' });
  const table = el('table', {}, el('tbody', {}, el('tr', {}, el('td', {}, 1))));
  return {
    title,
    picture: { ...picture, children: [line] },
    description: `Set to ${pairs}`,
    others: [el('pre', { class: 'prints' }, el('code', {}, 'top')), el('details', {}, table)],
  };
}
