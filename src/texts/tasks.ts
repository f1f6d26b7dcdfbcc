import type { Root } from 'mdast';
import type { Diagnostic } from '../diagnostics/index.ts';
import {
  alignLanguages,
  lintText,
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
import type { PackedRuns } from '../markdown/index.ts';
import { entryId, type Site } from '../model/index.ts';
import type { EntryFile } from '../sources/index.ts';
import { writeBody } from './body.ts';
import { openHighlights, recordHighlights } from './highlights.ts';
import type { StoredEntry } from './site.ts';

/** The facts about a text that only rendering finds out. `content` is the key of its body in the cache. */
export interface RenderedFacts extends Pick<StoredEntry, 'content' | 'blockPaths' | 'needs'> {
  diagnostics: readonly Diagnostic[];
  /** Keys of its highlighted code in the cache. */
  code: readonly string[];
}

/** An article of which some texts have no survey yet. */
export interface UnpreparedArticle {
  languages: readonly { file: EntryFile; survey: TextSurvey | Diagnostic | undefined }[];
  site: Site;
}

/** The surveys of the texts of an article, and their results. */
export interface PreparedArticle {
  /** In the order of the texts. */
  surveys: readonly (TextSurvey | Diagnostic)[];
  /** Absent if the texts can't be aligned. */
  alignment?: [Locale, AlignedWith][];
  /** The texts that were parsed for their survey, rendered or linted. */
  finished: readonly FinishedText[];
}

/** The result of rendering or linting a text, and the digest of its inputs. */
export type FinishedText = { digest: string } & (
  | {
      facts: RenderedFacts;
      /** The highlighted code that was not in the cache, by key. */
      highlighted: ReadonlyMap<string, PackedRuns>;
    }
  | { diagnostics: readonly Diagnostic[] }
);

/** The way in which texts are finished: a build renders them, the check only wants their diagnostics. */
export interface FinishOptions {
  finish: 'render' | 'lint';
  /** Absolute path of the build cache. */
  cache: string;
  /** Content hash of the code. */
  code: string;
}

/**
 * Surveys, aligns and finishes the texts of an article. All at once, so that no text is parsed twice, and its tree is held only
 * until it is rendered.
 */
export async function prepareArticle(
  { languages, site }: UnpreparedArticle,
  options: FinishOptions,
): Promise<PreparedArticle> {
  const trees = new Map<EntryFile, Root>();
  const parse = (entry: EntryFile) => {
    const parsed = parseText(entry);
    trees.set(entry, parsed.tree);
    return parsed;
  };
  const surveyed = languages.map(({ file, survey }) => ({
    file,
    survey: survey ?? surveyEntry(file, parse),
  }));
  const surveys = surveyed.map(({ survey }) => survey);
  const readable = surveyed.flatMap(({ file, survey }) =>
    'rule' in survey ? [] : [{ id: entryId(file), file, survey }],
  );
  let alignment: [Locale, AlignedWith][] = [];
  const align: typeof alignLanguages = (aligned) => {
    const found = alignLanguages(aligned);
    alignment = [...found];
    return found;
  };
  try {
    const { texts } = relateLanguages(readable, site, undefined, align);
    const finished: FinishedText[] = [];
    for (const text of texts) {
      const tree = trees.get(text.file);
      if (tree !== undefined) finished.push(await finishText(text, options, tree));
    }
    return { surveys, alignment, finished };
  } catch {
    // The library finds the same error, and reports it.
    return { surveys, finished: [] };
  }
}

/** Renders a text, and writes its body into the cache; or lints it. */
export async function finishText(
  text: RenderedText,
  { finish, cache, code }: FinishOptions,
  tree?: Root,
): Promise<FinishedText> {
  const digest = textDigest(text, code);
  if (finish === 'lint') return { digest, diagnostics: await lintText(text, tree) };
  const { memory, keys, added } = recordHighlights(await openHighlights(cache));
  const { html, blockPaths, needs, diagnostics } = await renderText(text, tree, memory);
  const content = await writeBody(cache, { html, markdown: publishedBody(text.file) });
  return { digest, facts: { content, blockPaths, needs, diagnostics, code: [...keys] }, highlighted: added };
}

/** Returns the Markdown without the blank lines that replace its front matter. */
export function publishedBody({ body }: EntryFile): string {
  return body.trimStart();
}
