import { findDictionary } from '../locale/index.ts';
import { renderMarkdown, type RenderContext, type Rendered } from '../markdown/index.ts';
import { shortDigest } from '../model/index.ts';
import type { Text } from './library.ts';

/** Render a text of a library. Its tree is used up, so a text is rendered once. Without a dictionary of its locale, which the check tells, it is empty. */
export async function renderText(text: Text): Promise<Rendered> {
  const { path, file, locale } = text.file;
  const dictionary = await findDictionary(locale);
  if (dictionary === undefined) return { html: '', images: [], diagnostics: [] };
  const context: RenderContext = {
    path,
    file,
    dictionary,
    anchors: text.anchors,
    targets: text.targets,
    images: text.images,
  };
  return renderMarkdown(text.tree, context);
}

/**
 * Digest of all that a text's HTML and facts depend on.
 *
 * @param code stands for the program that renders: a digest of its sources and of the packages it uses
 */
export function textDigest({ file, anchors, targets, images }: Text, code: string): string {
  const { path, body, entry } = file;
  return shortDigest(JSON.stringify([code, path, entry, body, anchors, targets, images]));
}
