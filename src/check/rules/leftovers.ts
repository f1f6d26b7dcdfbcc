import type { Library, Text } from '../../library/index.ts';
import { resolveWikilinks, type LinkedText } from '../../markdown/index.ts';
import { folderOf } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

/** Reports syntax that is not closed, not complete or of another program. */
export const checkLeftovers: Rule = (library) => {
  const named = textsByName(library);
  return library.texts.flatMap((text) =>
    resolveWikilinks(text.survey.leftovers, (name) => linkTo(named.get(name.toLowerCase()), text)).map(
      (found) => ({ file: text.file.file, ...found }),
    ),
  );
};

/** Returns the texts of each folder by its name and by the title in each language, in lower case. */
function textsByName({ texts }: Library): ReadonlyMap<string, readonly Text[]> {
  const named = [...Map.groupBy(texts, ({ file }) => folderOf(file)).values()].flatMap((languages) =>
    languages.flatMap(({ file }) =>
      [file.entry.title, file.slug].map((name) => [name.toLowerCase(), languages] as const),
    ),
  );
  // If several folders have a name, the first one counts.
  return new Map(named.reverse());
}

/** Returns the title and relative address of a text: in the language of the text that links to it, if it exists in that. */
function linkTo(languages: readonly Text[] | undefined, { file }: Text): LinkedText | undefined {
  const target = languages?.find((each) => each.file.locale === file.locale) ?? languages?.[0];
  if (target === undefined) return undefined;
  const { kind, slug, locale, entry } = target.file;
  const folder = kind === file.kind ? '..' : `../../${kind}s`;
  return { title: entry.title, address: `${folder}/${slug}/${locale}.md` };
}
