import type { Library, Text } from '../../library/index.ts';
import { findLeftovers } from '../../markdown/index.ts';
import { folderOf } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

/** Reports syntax that is not closed, not complete or of another program. */
export const checkLeftovers: Rule = (library) => {
  const folders = foldersByName(library);
  return library.texts.flatMap((text) =>
    findLeftovers(text.tree, (name) => addressOf(name, text, folders)).map((found) => ({
      file: text.file.file,
      ...found,
    })),
  );
};

/** Returns the folders of articles and pages by slug and by title, in lower case. */
function foldersByName({ texts }: Library): ReadonlyMap<string, string> {
  const named = texts.flatMap(({ file }) => [
    [file.entry.title.toLowerCase(), folderOf(file)] as const,
    [file.slug.toLowerCase(), folderOf(file)] as const,
  ]);
  // If several texts have a name, the first one counts.
  return new Map(named.reverse());
}

/** Returns the address of the text with a slug or title, relative to another text, in the language of that. */
function addressOf(name: string, { file }: Text, folders: ReadonlyMap<string, string>): string | undefined {
  const folder = folders.get(name.toLowerCase());
  if (folder === undefined) return undefined;
  const [own] = folderOf(file).split('/');
  const [kind, slug = ''] = folder.split('/');
  return `${kind === own ? '../' : `../../${kind ?? ''}/`}${slug}/${file.locale}.md`;
}
