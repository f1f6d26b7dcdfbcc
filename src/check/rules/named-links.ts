import { findNearest, type Diagnostic } from '../../diagnostics/index.ts';
import { relink } from '../../library/index.ts';
import { isProgramText } from '../../markdown/index.ts';
import { foldName, folderOf, parseAlias, renameWikilink, type LinkDestination } from '../../model/index.ts';
import { pathTo, reportLink, type LinkContext } from './link-context.ts';

/** Warns of a link that works only because of an alias: each follower needs the redirect, and the alias may be removed one day. */
export function reportAlias(
  { kind, slug, alias = '' }: Extract<LinkDestination, { type: 'entry' }>,
  context: LinkContext,
): Diagnostic {
  const { link, text, library } = context;
  const former = parseAlias(alias);
  const current =
    former?.type === 'slug'
      ? relink(link.url, text.file, { kind, slug: former.slug }, slug, library.content.site)
      : undefined;
  const folder = pathTo(`${folderOf({ kind, slug })}/`, text).replace(/\.md$/, '');
  const [fragment = ''] = /#.*$/s.exec(link.url) ?? [];
  return {
    ...reportLink(context, {
      rule: 'link/alias',
      what: `Link to \`${link.url}\`, a former ${former?.type === 'slug' ? 'name' : 'address'} of \`${slug}\``,
      why: 'It works, because the page links to what is there now, but only as long as the alias exists.',
      fix: `Write \`${current ?? (link.url.startsWith('[[') ? renameWikilink(link.url, slug) : folder + fragment)}\`.`,
    }),
    severity: 'warning',
  };
}

/** Reports a link by name that nothing has, or several have. What looks like code is text then. */
export function checkName(name: string, context: LinkContext): Diagnostic | undefined {
  const { link, text, library } = context;
  const { locale } = text.file;
  const found = library.names.findName(name, locale);
  if (found.length > 1)
    return reportLink(context, {
      rule: 'link/ambiguous-name',
      what: `\`${link.url}\` can mean ${found.length} articles: several have the title “${name}”`,
      why: 'The page shows the brackets instead of a link.',
      fix: `Write the name of a folder and the words of the link: ${found.map((each) => `\`[[${each.kind === 'page' ? 'pages/' : ''}${each.slug}|${name}]]\``).join(' or ')}.`,
    });
  if (isProgramText(name)) return undefined;
  const nearest = findNearestName(name, library.names.listNames(locale));
  const unknown = reportLink(context, {
    rule: 'link/unknown-name',
    what: `Nothing is named “${name}”${nearest.length === 0 ? '' : `: did you mean ${nearest.map((each) => `\`[[${each}]]\``).join(' or ')}?`}`,
    why: 'A link in double brackets leads to the article or page with this folder name, title or alias. Without one, the page shows the brackets.',
    fix: 'Correct the name (words of your own go after a `|`: `[[name|words]]`). If the brackets are text, write `\\[\\[`.',
  });
  return isSlotName(name) ? { ...unknown, severity: 'warning' } : unknown;
}

/** Returns whether double brackets around a name can be a slot of JavaScript, as in `[[Prototype]]`, so that they may be text. */
function isSlotName(name: string): boolean {
  return /^[A-Z][A-Za-z]*$/.test(name);
}

/** Returns the names closest to a misspelled one, closest first: at most three. */
function findNearestName(name: string, names: readonly string[]): string[] {
  const left = names.map((each) => ({ each, folded: foldName(each) }));
  const nearest: string[] = [];
  while (nearest.length < 3) {
    const found = findNearest(
      foldName(name),
      left.map(({ folded }) => folded),
    );
    if (found === undefined) break;
    const index = left.findIndex(({ folded }) => folded === found);
    nearest.push(left[index]?.each ?? '');
    left.splice(index, 1);
  }
  return nearest;
}
