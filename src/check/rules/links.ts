import { errorsIn, findNearest, type Diagnostic } from '../../diagnostics/index.ts';
import { findFigures } from '../../figures/registry/find-figures.ts';
import { listRootPaths, resolveLink, type Library, type Text } from '../../library/index.ts';
import {
  entryId,
  folderOf,
  linkSchemes,
  listIds,
  parseLink,
  publicationStatus,
  resolveEntry,
  schemeOf,
  type Article,
  type LinkDestination,
} from '../../model/index.ts';
import type { EntryFile } from '../../sources/index.ts';
import { checkAnchorLink } from './anchor-links.ts';
import { checkFileLink } from './file-links.ts';
import { pathTo, reportLink, type LinkContext } from './link-context.ts';
import { checkName, reportAlias } from './named-links.ts';

/**
 * Reports links to entries, anchors, figure states, pages and files that don’t exist. Links to other sites are not followed.
 * Async, unlike the other rules: the states of figures are known only once the figures are loaded.
 */
export async function checkLinks(library: Library): Promise<Diagnostic[]> {
  const { locales } = library.content.site;
  const figures = new Map(
    await Promise.all(locales.map(async (locale) => [locale, await findFigures(locale)] as const)),
  );
  const texts = new Map(library.texts.map((text) => [text.id, text]));
  const places = new Map(library.texts.map((text) => [text.id, placesIn(text)]));
  const unreadable = new Set(library.content.unreadable.map(entryId));
  const articles = new Map(library.articles.map((article) => [folderOf(article), article]));
  const rootPaths = new Set(listRootPaths(library));
  const site = { texts, figures, places, unreadable, articles, rootPaths, library };
  return library.texts.flatMap((text) =>
    text.survey.links.flatMap((link) => {
      const context = { ...site, text, link };
      return checkDestination(context) ?? [];
    }),
  );
}

function placesIn({ placeIds, formerIds, survey }: Text): readonly string[] {
  return [...listIds(survey.places, placeIds), ...formerIds];
}

/** Reports an address that starts at the root (`/…`) and names nothing there. */
function checkRoot(path: string, context: LinkContext): Diagnostic | undefined {
  if (context.rootPaths.has(path)) return undefined;
  const nearest = findNearest(path, [...context.rootPaths]);
  const meant =
    nearest === undefined
      ? ': neither a page of the site nor a file in `public/` has this path'
      : `: did you mean \`/${nearest}\`?`;
  return reportLink(context, {
    rule: 'link/broken',
    what: `Broken link to \`${context.link.url}\`${meant}`,
    why: 'Readers would get a “page not found” error.',
    fix: `${writeInstead(nearest === undefined ? undefined : `/${nearest}`)} It starts at the root of the site, leaves out the \`base\`, and ends with \`/\` if it leads to a page.`,
  });
}

function checkDestination(context: LinkContext): Diagnostic | Diagnostic[] | undefined {
  const { link, text, library } = context;
  const { content, names } = library;
  const destination = resolveLink(link.url, text.file, content.site, names);
  switch (destination.type) {
    case 'outside':
      return checkScheme(context);
    case 'anchor':
      if (context.link.url === '') return emptyLink(context);
      return checkAnchorLink(destination.id, context.text.id, context);
    case 'root':
      return checkRoot(destination.path, context);
    case 'entry': {
      const written = parseLink(link.url, text.file);
      const isMoved = destination.alias !== undefined;
      const broken = !isMoved && written.type === 'root' ? checkRoot(written.path, context) : undefined;
      const found = [broken ?? checkEntry(destination, context) ?? []].flat();
      return isMoved && errorsIn(found).length === 0 ? [...found, reportAlias(destination, context)] : found;
    }
    case 'name':
      return checkName(destination.name, context);
    case 'file':
      return checkFileLink(context);
    case 'malformed':
      return malformed(context);
  }
}

function checkEntry(
  destination: Extract<LinkDestination, { type: 'entry' }>,
  context: LinkContext,
): Diagnostic | Diagnostic[] | undefined {
  const article = context.articles.get(folderOf(destination));
  const isShown = destination.isFolder && article !== undefined;
  const locale = isShown ? resolveEntry(article, destination.locale).entry.locale : destination.locale;
  const id = entryId({ ...destination, locale });
  const isUnreadable = article === undefined && isFolderUnreadable(destination, context);
  if (context.unreadable.has(id) || isUnreadable) return undefined;
  if (!context.places.has(id)) return missingText(id, article, context);
  if (isHiddenFrom(destination, context)) return linkToHidden(context);
  return destination.id === undefined ? undefined : checkAnchorLink(destination.id, id, context);
}

/** Returns whether a link leads to a folder of which no text can be read, which has a message of its own. */
function isFolderUnreadable(
  destination: Extract<LinkDestination, { type: 'entry' }>,
  { unreadable }: LinkContext,
): boolean {
  return destination.isFolder && [...unreadable].some((id) => id.startsWith(`${folderOf(destination)}/`));
}

/** Returns the beginning of a fix: the path that was probably meant, if any. */
function writeInstead(path: string | undefined): string {
  return path === undefined ? 'Correct the path.' : `Write \`${path}\`, or correct the path.`;
}

function missingText(id: string, article: Article | undefined, context: LinkContext): Diagnostic {
  if (article === undefined) return missingEntry(id, context);
  const name = id.slice(id.lastIndexOf('/') + 1);
  const isLanguage = context.library.content.site.locales.includes(name);
  return isLanguage ? missingLanguage(article, context) : missingFileOfText(name, article, context);
}

function missingEntry(id: string, context: LinkContext): Diagnostic {
  const others = [...context.places.keys()].filter((each) => each !== context.text.id);
  const nearest = findNearest(id, others);
  const path = nearest === undefined ? undefined : pathTo(nearest, context.text);
  const meant = path === undefined ? ': there is no such text' : `: did you mean \`${path}\`?`;
  return reportLink(context, {
    rule: 'link/broken',
    what: `Broken link to \`${context.link.url}\`${meant}`,
    why: 'Readers would get a “page not found” error.',
    fix: `${writeInstead(path)} It is relative to this file, as in \`../other-article/ko.md\`.`,
  });
}

function missingLanguage(article: Article, context: LinkContext): Diagnostic {
  return reportLink(context, {
    rule: 'link/missing-language',
    what: `Broken link to \`${context.link.url}\`: the article has ${listTexts(article)} only`,
    why: 'The article does not exist in that language yet, so readers would get a “page not found” error.',
    fix: `Link to the folder, \`${folderPath(article, context)}\`. Readers then get the article in their language once it exists, and the original until then.`,
  });
}

/** Reports a link to a file whose name is no language. An author may have meant the article in the folder of that name. */
function missingFileOfText(name: string, article: Article, context: LinkContext): Diagnostic {
  const meant = context.articles.get(folderOf({ kind: article.kind, slug: name }));
  return reportLink(context, {
    rule: 'link/broken',
    what: `Broken link to \`${context.link.url}\`: that folder has ${listTexts(article)} only`,
    why: 'Texts are named after their language, so readers would get a “page not found” error.',
    fix: `Link to the folder, \`${folderPath(meant ?? article, context)}\`, which leads readers to the text in their language.`,
  });
}

function listTexts({ entries }: Article): string {
  return [...entries.keys()].map((locale) => `${locale}.md`).join(', ');
}

function folderPath(article: Article, context: LinkContext): string {
  return pathTo(`${folderOf(article)}/`, context.text).replace(/\.md$/, '');
}

/** Returns whether the target is still a draft or has a later date when the linking article is published. */
function isHiddenFrom(
  target: Pick<EntryFile, 'kind' | 'slug'>,
  { articles, text, library }: LinkContext,
): boolean {
  const [from, to] = [articles.get(folderOf(text.file)), articles.get(folderOf(target))];
  if (from === undefined || to === undefined || from.draft) return false;
  const visibleFrom = [library.today, from.date ?? ''].sort().at(-1) ?? '';
  return publicationStatus(to, visibleFrom) !== 'published';
}

function linkToHidden(context: LinkContext): Diagnostic {
  return reportLink(context, {
    rule: 'link/to-unpublished',
    what: `Link to \`${context.link.url}\`, which is not published yet`,
    why: 'It is a draft or has a later date than this article, so readers would get a “page not found” error.',
    fix: 'Publish it (change `draft` or `date` there), or remove the link until then.',
  });
}

function emptyLink(context: LinkContext): Diagnostic {
  return reportLink(context, {
    rule: 'link/empty',
    what: 'The link has no address',
    why: 'Following it only reloads the page.',
    fix: 'Write the address between the parentheses, or remove the link.',
  });
}

function malformed(context: LinkContext): Diagnostic {
  return reportLink(context, {
    rule: 'link/malformed',
    what: `Unexpected \`%\` in \`${context.link.url}\`, expected a percent-encoded character such as \`%20\``,
    why: 'Browsers handle such an address in different ways.',
    fix: 'Write `%25` for a percent sign.',
  });
}

function checkScheme(context: LinkContext): Diagnostic | undefined {
  const { url } = context.link;
  const scheme = schemeOf(url);
  if (scheme === 'tel' || scheme === 'sms')
    return isTelephone(url.slice(scheme.length + 1)) ? undefined : badTelephone(context, scheme);
  if (scheme === undefined || linkSchemes.includes(scheme)) return undefined;
  return reportLink(context, {
    rule: 'link/scheme',
    what: `Unexpected \`${scheme}:\` in a link, expected \`https:\`, \`http:\`, \`mailto:\`, \`tel:\` or \`sms:\``,
    why: 'Links with other schemes are removed from the page: they could run a program, or do nothing.',
    fix: 'Use a web address, or show it as `code`.',
  });
}

/**
 * Returns whether an address has a telephone number after its scheme, which parameters or a message may follow (`;ext=12`, `?body=…`):
 * RFC 3966 and, for several numbers, RFC 5724. Spaces between digits are accepted, as telephones ignore them.
 */
function isTelephone(address: string): boolean {
  const [numbers = ''] = address.split(/[;?]/, 1);
  return numbers
    .split(',')
    .every((number) => /^\+?(?:[-.() ]|%20|[*]|%23)*\d(?:[-.() *\d]|%20|%23)*$/.test(number));
}

function badTelephone(context: LinkContext, scheme: string): Diagnostic {
  const diagnostic = reportLink(context, {
    rule: 'link/telephone',
    what: `No telephone number in \`${context.link.url}\``,
    why: 'A telephone can’t dial it.',
    fix: `Write digits, with the country code and hyphens if you like: \`${scheme}:+82-2-123-4567\`.`,
  });
  return { ...diagnostic, severity: 'warning' };
}
