import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Library } from '../../library/index.ts';
import { foldName, folderOf, listRedirects, parseAlias, type Article } from '../../model/index.ts';
import type { EntryFile } from '../../sources/index.ts';
import type { Rule } from '../rule.ts';
import { listSiteFiles, type SiteFiles } from '../site-files.ts';

/** Reports aliases that can’t lead to their article, because something else has the address. */
export const checkAliases: Rule = (library) => {
  const aliased = library.articles.filter(({ aliases = [] }) => aliases.length > 0);
  if (aliased.length === 0) return [];
  const context: AliasContext = {
    library,
    siteFiles: listSiteFiles(library),
    sources: new Map(
      library.content.entries
        .filter(({ entry }) => entry.role.type === 'source')
        .map((file) => [folderOf(file), file]),
    ),
    claims: new Map(),
  };
  return aliased.flatMap((article) =>
    (article.aliases ?? []).flatMap((alias, index) => checkAlias(alias, index, article, context) ?? []),
  );
};

interface AliasContext {
  library: Library;
  siteFiles: SiteFiles;
  /** The sources, which have the aliases, by folder. */
  sources: ReadonlyMap<string, EntryFile>;
  /** The aliases seen so far, by the first file that each would make. */
  claims: Map<string, { source: EntryFile; line: number }>;
}

function checkAlias(
  alias: string,
  index: number,
  article: Article,
  { library, siteFiles, sources, claims }: AliasContext,
): Diagnostic | undefined {
  const source = sources.get(folderOf(article));
  if (source === undefined) return undefined;
  const { site } = library.content;
  const place = source.places.get(`aliases.${index}`) ?? { line: 1, column: 1 };
  const report = (message: Pick<Diagnostic, 'rule' | 'what' | 'why' | 'fix'>): Diagnostic => ({
    file: source.file,
    ...place,
    severity: 'error',
    ...message,
  });
  const parsed = parseAlias(alias);
  const files = listRedirects({ ...article, aliases: [alias] }, site.locales).flatMap(
    ({ file }) => file ?? [],
  );
  const own = foldName(article.slug);
  if (parsed?.type === 'slug' && foldName(parsed.slug) === own)
    return report({
      rule: 'alias/own',
      what: `The alias \`${alias}\` is the folder name of the ${article.kind} itself`,
      why: 'A page can’t redirect to itself.',
      fix: 'Remove the alias. Names that differ only in case or Unicode form are the same address on some hosts.',
    });
  for (const file of files) {
    const clash = siteFiles.findClash(file);
    if (clash !== undefined)
      return report({
        rule: 'alias/taken',
        what: `The alias \`${alias}\` is an address that the site uses: \`/${clash}\``,
        why: 'The page or file there would be replaced by a redirect, or the other way around.',
        fix: 'Remove the alias, or rename what has the address now.',
      });
  }
  const keys = files.map(foldName);
  const claim = keys.map((key) => claims.get(key)).find((each) => each !== undefined);
  if (claim === undefined) {
    for (const key of keys) claims.set(key, { source, line: place.line });
    return checkBase(alias, site.base, report);
  }
  return claim.source === source
    ? report({
        rule: 'alias/repeated',
        what: `The alias \`${alias}\` is the same address as the one in line ${claim.line}`,
        why: 'One of the two is superfluous.',
        fix: 'Remove this line.',
      })
    : report({
        rule: 'alias/claimed',
        what: `The alias \`${alias}\` is claimed by another text, too: ${claim.source.file}:${claim.line}`,
        why: 'One address can lead to one page only.',
        fix: 'Remove it from one of the two.',
      });
}

/** Warns of an address that begins with the base of the site, which is added to all aliases. */
function checkBase(
  alias: string,
  base: string,
  report: (message: Pick<Diagnostic, 'rule' | 'what' | 'why' | 'fix'>) => Diagnostic,
): Diagnostic | undefined {
  if (base === '/' || !alias.startsWith(base)) return undefined;
  const diagnostic = report({
    rule: 'alias/with-base',
    what: `The alias \`${alias}\` begins with the \`base\` of the site, \`${base}\``,
    why: `Aliases are addresses below the base, so this one is at \`${base}${alias.slice(1)}\`.`,
    fix: `Write \`/${alias.slice(base.length)}\`.`,
  });
  return { ...diagnostic, severity: 'warning' };
}
