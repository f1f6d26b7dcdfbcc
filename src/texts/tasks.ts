import type { Root } from 'mdast';
import type { Diagnostic } from '../diagnostics/index.ts';
import {
  alignLanguages,
  parseText,
  relateLanguages,
  renderText,
  surveyEntry,
  textDigest,
  type AlignedWith,
  type RenderedText,
  type TextSurvey,
} from '../library/index.ts';
import type { Locale } from '../locale/index.ts';
import { entryId, type Site } from '../model/index.ts';
import type { EntryFile } from '../sources/index.ts';
import { writeBody } from './body.ts';
import type { StoredEntry } from './site.ts';

/** What only rendering finds out about a text. `content` is the key of its body in the cache. */
export interface RenderedFacts extends Pick<StoredEntry, 'content' | 'blockPaths' | 'needs'> {
  diagnostics: readonly Diagnostic[];
}

/** An article of which some texts have no survey yet. */
export interface UnpreparedArticle {
  languages: readonly { file: EntryFile; survey: TextSurvey | Diagnostic | undefined }[];
  site: Site;
}

/** The surveys of the texts of an article, and what comes of them. */
export interface PreparedArticle {
  /** In the order of the texts. */
  surveys: readonly (TextSurvey | Diagnostic)[];
  /** Absent if the texts can't be aligned. */
  alignment?: [Locale, AlignedWith][];
  /** The texts that were parsed for their survey, rendered. */
  rendered: readonly { digest: string; facts: RenderedFacts }[];
}

/** Absolute path of the build cache, and content hash of the code. */
export interface RenderOptions {
  cache: string;
  code: string;
}

/**
 * Surveys, aligns and renders the texts of an article. All at once, so that no text is parsed twice, and its tree is held only until
 * it is rendered.
 */
export async function prepareArticle(
  { languages, site }: UnpreparedArticle,
  options: RenderOptions,
): Promise<PreparedArticle> {
  const trees = new Map<EntryFile, Root>();
  const surveyed = languages.map(({ file, survey }) => ({
    file,
    id: entryId(file),
    survey:
      survey ??
      surveyEntry(file, (entry) => {
        const parsed = parseText(entry);
        trees.set(file, parsed.tree);
        return parsed;
      }),
  }));
  const surveys = surveyed.map(({ survey }) => survey);
  const readable = surveyed.flatMap(({ survey, ...rest }) => ('rule' in survey ? [] : [{ ...rest, survey }]));
  let alignment: [Locale, AlignedWith][] = [];
  const align = (aligned: Parameters<typeof alignLanguages>[0]): ReturnType<typeof alignLanguages> => {
    const found = alignLanguages(aligned);
    alignment = [...found];
    return found;
  };
  try {
    const { texts } = relateLanguages(readable, site, align);
    const rendered = [];
    for (const text of texts) {
      const tree = trees.get(text.file);
      if (tree !== undefined) rendered.push(await renderEntry(text, options, tree));
    }
    return { surveys, alignment, rendered };
  } catch {
    // The library finds the same error, and reports it.
    return { surveys, rendered: [] };
  }
}

/** Renders a text, and writes its body into the cache. */
export async function renderEntry(
  text: RenderedText,
  { cache, code }: RenderOptions,
  tree?: Root,
): Promise<{ digest: string; facts: RenderedFacts }> {
  const { html, blockPaths, needs, diagnostics } = await renderText(text, tree);
  const content = await writeBody(cache, { html, markdown: publishedBody(text.file) });
  return { digest: textDigest(text, code), facts: { content, blockPaths, needs, diagnostics } };
}

/** Returns the Markdown without the blank lines that replace its front matter. */
export function publishedBody({ body }: EntryFile): string {
  return body.trimStart();
}
