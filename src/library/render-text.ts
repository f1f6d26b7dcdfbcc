import { findFigures } from '../figures/registry/find-figures.ts';
import { findDictionary } from '../locale/index.ts';
import { lintMarkdown, renderMarkdown, type RenderContext, type Rendered } from '../markdown/index.ts';
import { shortDigest } from '../model/index.ts';
import type { Text } from './library.ts';

/** Render a text of a library. Its tree is used up, so a text is rendered once. Without words in its language, which the check tells, it is empty. */
export async function renderText(text: Text): Promise<Rendered> {
  const context = await contextOf(text);
  return context === undefined
    ? { html: '', images: [], blockPaths: [], needs: [], diagnostics: [] }
    : renderMarkdown(text.tree, context);
}

/** What there is to tell of a text without making its HTML, many times faster. Its tree is used up, too. */
export async function lintText(text: Text): Promise<Rendered['diagnostics']> {
  const context = await contextOf(text);
  return context === undefined ? [] : lintMarkdown(text.tree, context);
}

async function contextOf(text: Text): Promise<RenderContext | undefined> {
  const { path, file, locale } = text.file;
  const [dictionary, figures] = await Promise.all([findDictionary(locale), findFigures(locale)]);
  if (dictionary === undefined || figures === undefined) return undefined;
  return { ...text, path, file, dictionary, figures };
}

/**
 * Digest of all that a text's HTML and facts depend on.
 *
 * @param code stands for the program that renders: a digest of its sources and of the packages it uses
 */
export function textDigest(
  { file, placeIds, alignedWith, translation, revisions, states, targets, images, downloads }: Text,
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
      targets,
      images,
      downloads,
    ]),
  );
}
