import { findFigures } from '../figures/registry/find-figures.ts';
import { crashDiagnostic } from '../diagnostics/index.ts';
import { findDictionary } from '../locale/index.ts';
import { lintMarkdown, renderMarkdown, type RenderContext, type Rendered } from '../markdown/index.ts';
import { shortDigest } from '../model/index.ts';
import type { Text } from './library.ts';

/**
 * Renders a text of a library. Changes its tree, so a text can be rendered only once. Empty if there are no interface strings
 * for its language, which the check reports, or if rendering fails, which a diagnostic reports.
 */
export async function renderText(text: Text): Promise<Rendered> {
  const empty = { html: '', images: [], blockPaths: [], needs: [], diagnostics: [] };
  try {
    const context = await contextOf(text);
    return context === undefined ? empty : await renderMarkdown(text.tree, context);
  } catch (error) {
    return { ...empty, diagnostics: [crashDiagnostic(error, text.file.file)] };
  }
}

/** Returns the diagnostics of a text without rendering HTML, which is many times faster. Changes the tree. */
export async function lintText(text: Text): Promise<Rendered['diagnostics']> {
  try {
    const context = await contextOf(text);
    return context === undefined ? [] : lintMarkdown(text.tree, context);
  } catch (error) {
    return [crashDiagnostic(error, text.file.file)];
  }
}

async function contextOf(text: Text): Promise<RenderContext | undefined> {
  const { path, file, locale } = text.file;
  const [dictionary, figures] = await Promise.all([findDictionary(locale), findFigures(locale)]);
  if (dictionary === undefined || figures === undefined) return undefined;
  return { ...text, path, file, locale, dictionary, figures };
}

/**
 * Returns a digest of everything that the stored text depends on: its HTML, its needs and the data of its entry.
 *
 * @param code digest of the program that renders it: its sources and the packages it uses
 */
export function textDigest(
  { file, placeIds, alignedWith, translation, revisions, states, sign, targets, images, downloads }: Text,
  code: string,
): string {
  const { path, body, entry } = file;
  return shortDigest(
    JSON.stringify([
      code,
      path,
      entry,
      body,
      placeIds,
      alignedWith,
      translation,
      revisions,
      states,
      sign,
      targets,
      images,
      downloads,
    ]),
  );
}
