import type { Diagnostic, Place } from '../../diagnostics/index.ts';
import type { Figures } from '../../figures/stage/figure.ts';
import type { Library, Text } from '../../library/index.ts';
import type { Article } from '../../model/index.ts';

/** A link and everything needed to check it. */
export interface LinkContext {
  text: Text;
  link: Place & { url: string };
  /** Texts by id. */
  texts: ReadonlyMap<string, Text>;
  /** The figures of each language. */
  figures: ReadonlyMap<string, Figures>;
  /** All ids in each text, by the id of the text. */
  places: ReadonlyMap<string, readonly string[]>;
  unreadable: ReadonlySet<string>;
  /** Articles by folder. */
  articles: ReadonlyMap<string, Article>;
  /** All paths of the site that exist, relative to its root. */
  rootPaths: ReadonlySet<string>;
  library: Library;
}

/** Returns an error at the place of a link. */
export function reportLink(
  { text, link }: LinkContext,
  message: Pick<Diagnostic, 'rule' | 'what' | 'why' | 'fix'>,
): Diagnostic {
  return { file: text.file.file, line: link.line, column: link.column, severity: 'error', ...message };
}

/** Returns the path from a text to an entry, as an author writes it. */
export function pathTo(id: string, { file }: Text): string {
  const folder = `${file.kind}s/`;
  return id.startsWith(folder) ? `../${id.slice(folder.length)}.md` : `../../${id}.md`;
}
