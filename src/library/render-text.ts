import { createHash } from 'node:crypto';
import type { Root } from 'mdast';
import { findFigures, listMissingWords } from '../figures/registry/find-figures.ts';
import { crashDiagnostic } from '../diagnostics/index.ts';
import { findDictionary } from '../locale/index.ts';
import {
  hasDiagrams,
  lintMarkdown,
  parseMarkdown,
  renderMarkdown,
  type HighlightMemory,
  type RenderContext,
  type Rendered,
} from '../markdown/index.ts';
import type { Text } from './library.ts';

/** The parts of a text that rendering needs. A sign is drawn later, by comparing all articles. */
export type RenderedText = Omit<Text, 'sign'>;

/**
 * Renders a text of a library. Empty if strings of the interface, or of a figure that it places, are missing in its language,
 * which the check reports, or if rendering fails, which a diagnostic reports.
 *
 * @param tree the tree of the text, which rendering changes; parsed if there is none
 * @param highlighted highlighted code of earlier renderings
 */
export async function renderText(
  text: RenderedText,
  tree?: Root,
  highlighted?: HighlightMemory,
): Promise<Rendered> {
  const empty = { html: '', blockPaths: [], needs: [], diagnostics: [] };
  try {
    const context = await contextOf(text);
    return context === undefined
      ? empty
      : await renderMarkdown(tree ?? parseMarkdown(text.file.body), { ...context, highlighted });
  } catch (error) {
    return { ...empty, diagnostics: [crashDiagnostic(error, text.file.file)] };
  }
}

/**
 * Returns the diagnostics of a text without rendering HTML, which is many times faster. A text with diagrams is rendered, because
 * only drawing them shows whether they can be laid out.
 *
 * @param tree the tree of the text, which linting changes; parsed if there is none
 */
export async function lintText(text: RenderedText, tree?: Root): Promise<Rendered['diagnostics']> {
  try {
    const parsed = tree ?? parseMarkdown(text.file.body);
    if (hasDiagrams(parsed)) return (await renderText(text, parsed)).diagnostics;
    const context = await contextOf(text);
    return context === undefined ? [] : lintMarkdown(parsed, context);
  } catch (error) {
    return [crashDiagnostic(error, text.file.file)];
  }
}

async function contextOf(text: RenderedText): Promise<RenderContext | undefined> {
  const { locale } = text.file;
  const [dictionary, figures, missing] = await Promise.all([
    findDictionary(locale),
    findFigures(locale),
    listMissingWords(
      locale,
      text.survey.figures.map(({ name }) => name),
    ),
  ]);
  if (dictionary === undefined || missing.length > 0) return undefined;
  return { ...factsOf(text), dictionary, figures };
}

/** Returns everything that the HTML of a text depends on besides its body and the code. */
function factsOf({
  file,
  ...text
}: RenderedText): Omit<RenderContext, 'dictionary' | 'figures' | 'highlighted'> {
  const { anchors, blockIds, footnotes, formerIds, states, targets, images, revisions } = text;
  return {
    file: file.file,
    locale: file.locale,
    anchors,
    blockIds,
    footnotes,
    formerIds,
    states,
    targets,
    images,
    revisions,
  };
}

/**
 * Returns a digest of everything that rendering a text depends on.
 *
 * @param code digest of the program that renders it: its sources and the packages it uses
 */
export function textDigest(text: RenderedText, code: string): string {
  return createHash('sha256')
    .update(`${JSON.stringify([code, factsOf(text)])}\n`)
    .update(text.file.body)
    .digest('hex');
}
