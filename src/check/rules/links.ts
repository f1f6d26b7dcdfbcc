import { findNearest, suggest, type Diagnostic, type Place } from '../../diagnostics/index.ts';
import { findFigures } from '../../figures/registry/find-figures.ts';
import type { Figures } from '../../figures/stage/figure.ts';
import {
  findAsset,
  listRootPaths,
  nameWithin,
  resolveLink,
  type Library,
  type Text,
} from '../../library/index.ts';
import { checkPairs, parseStateFragment, type StateFragment } from '../../markdown/index.ts';
import {
  downloadExtensions,
  entryId,
  findDownloadFault,
  foldName,
  folderOf,
  kindOfId,
  listIds,
  parseLink,
  publicationStatus,
  resolveEntry,
  type Article,
  type LinkDestination,
} from '../../model/index.ts';
import type { EntryFile } from '../../sources/index.ts';

/**
 * Reports links to entries, anchors, figure states, pages and files that don’t exist. Links to other sites are not followed.
 * Async, unlike the other rules: the states of figures are known only once the figures are loaded.
 */
export async function checkLinks(library: Library): Promise<Diagnostic[]> {
  const { locales } = library.content.site;
  const figures = await Promise.all(
    locales.map(async (locale) => [locale, await findFigures(locale)] as const),
  );
  const texts = new Map(library.texts.map((text) => [text.id, text]));
  const places = new Map(library.texts.map((text) => [text.id, placesIn(text)]));
  const unreadable = new Set(library.content.unreadable.map(entryId));
  const articles = new Map(library.articles.map((article) => [folderOf(article), article]));
  const rootPaths = listRootPaths(library);
  return library.texts.flatMap((text) =>
    text.survey.links.flatMap((link) => {
      const context = {
        text,
        link,
        texts,
        figures: new Map(figures),
        places,
        unreadable,
        articles,
        rootPaths,
        library,
      };
      return checkRoot(context) ?? checkDestination(context) ?? [];
    }),
  );
}

interface LinkContext {
  text: Text;
  link: Place & { url: string };
  /** Texts by id. */
  texts: ReadonlyMap<string, Text>;
  /** The figures of each language. */
  figures: ReadonlyMap<string, Figures | undefined>;
  /** Ids in each text, by its id. */
  places: ReadonlyMap<string, readonly string[]>;
  unreadable: ReadonlySet<string>;
  /** Articles by folder. */
  articles: ReadonlyMap<string, Article>;
  /** All paths of the site that exist, relative to its root. */
  rootPaths: readonly string[];
  library: Library;
}

function placesIn({ placeIds, survey }: Text): readonly string[] {
  return listIds(survey.places, placeIds);
}

/** Reports an address that starts at the root (`/…`) and names nothing there. */
function checkRoot(context: LinkContext): Diagnostic | undefined {
  const destination = parseLink(context.link.url, context.text.file);
  if (destination.type !== 'root' || context.rootPaths.includes(destination.path)) return undefined;
  const nearest = findNearest(destination.path, context.rootPaths);
  const meant =
    nearest === undefined
      ? ': neither a page of the site nor a file in `public/` has this path'
      : `: did you mean \`/${nearest}\`?`;
  return report(context, {
    rule: 'link/broken',
    what: `Broken link to \`${context.link.url}\`${meant}`,
    why: 'Readers would get a “page not found” error.',
    fix: 'Correct the path. It starts at the root of the site, leaves out the `base`, and ends with `/` if it leads to a page.',
  });
}

function checkDestination(context: LinkContext): Diagnostic | Diagnostic[] | undefined {
  const destination = resolveLink(context.link.url, context.text.file, context.library.content.site);
  switch (destination.type) {
    case 'outside':
      return checkScheme(context);
    case 'anchor':
      if (context.link.url === '') return emptyLink(context);
      return checkAnchor(destination.id, context.text.id, context);
    case 'root':
      return undefined;
    case 'entry':
      return checkEntry(destination, context);
    case 'file':
      return checkFile(context);
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
  if (context.unreadable.has(id)) return undefined;
  if (!context.places.has(id))
    return article === undefined ? missingEntry(id, context) : missingLanguage(article, context);
  if (isHiddenFrom(destination, context)) return linkToHidden(context);
  return destination.id === undefined ? undefined : checkAnchor(destination.id, id, context);
}

function checkAnchor(
  anchor: string,
  id: string,
  context: LinkContext,
): Diagnostic | Diagnostic[] | undefined {
  const known = context.places.get(id) ?? [];
  if (anchor === '' || known.includes(anchor)) return undefined;
  const state = parseStateFragment(anchor);
  if (state !== undefined && known.includes(state.id)) return checkState(state, id, context);
  const place = state?.id ?? anchor;
  return report(context, {
    rule: 'link/unknown-anchor',
    what: `Unknown anchor \`#${anchor}\`${suggest(place, listSimilar(place, known))}`,
    why: 'The link would lead to the top of the page instead of the intended place.',
    fix: 'Use the id of a heading, table (`table-1`) or figure (`figure-1`) of that page. Headings have the id of their English counterpart; `{#id}` at the end of a heading sets it.',
  });
}

/** Reports a link to a state of something that is no figure, and settings that the figure does not have. */
function checkState(
  { id, pairs }: StateFragment,
  textId: string,
  context: LinkContext,
): Diagnostic | Diagnostic[] | undefined {
  const { survey, blockIds, file } = context.texts.get(textId) ?? context.text;
  const placed = survey.figures.find(({ block }) => blockIds[block] === id);
  const figures = context.figures.get(file.locale);
  if (placed === undefined) return notAFigure(id, pairs, context);
  const figure = Object.hasOwn(figures ?? {}, placed.name) ? figures?.[placed.name] : undefined;
  // An unknown figure is reported where it is placed.
  if (figure === undefined) return undefined;
  return checkPairs(pairs, placed.name, figure).map(({ rule, what }) =>
    report(context, {
      rule,
      what: `${what} (link \`${context.link.url}\`)`,
      why: 'The figure would not show the state that the text refers to.',
      fix: `Use the same settings as in the \`::figure\` directive, joined by \`&\`: \`#${id}:key=value&key=value\`. “Copy link” below the figure copies such a link.`,
    }),
  );
}

function notAFigure(id: string, pairs: string, context: LinkContext): Diagnostic {
  return report(context, {
    rule: 'link/no-figure',
    what: `The link names a state (\`${pairs}\`), but \`#${id}\` is not a figure placed by \`::figure\``,
    why: 'Only such figures have states, so the link would lead to the top of the page.',
    fix: `Link to \`#${id}\` alone, or use the id of a figure placed by \`::figure\`.`,
  });
}

/** Returns the ids to suggest: those of the same kind as the unknown one (table, figure, footnote), else those of headings. */
function listSimilar(anchor: string, known: readonly string[]): readonly string[] {
  const ofKind = (kind: ReturnType<typeof kindOfId>): string[] =>
    known.filter((id) => kindOfId(id) === kind && !id.startsWith('fnref-'));
  const alike = ofKind(kindOfId(anchor));
  return alike.length > 0 ? alike : ofKind('heading');
}

function missingEntry(id: string, context: LinkContext): Diagnostic {
  const others = [...context.places.keys()].filter((each) => each !== context.text.id);
  const nearest = findNearest(id, others);
  const meant =
    nearest === undefined
      ? ': there is no such text'
      : `: did you mean \`${pathTo(nearest, context.text)}\`?`;
  return report(context, {
    rule: 'link/broken',
    what: `Broken link to \`${context.link.url}\`${meant}`,
    why: 'Readers would get a “page not found” error.',
    fix: 'Correct the path. It is relative to this file, as in `../other-article/ko.md`.',
  });
}

function missingLanguage({ kind, slug, entries }: Article, context: LinkContext): Diagnostic {
  const folder = pathTo(`${folderOf({ kind, slug })}/`, context.text).replace(/\.md$/, '');
  const existing = [...entries.keys()].map((locale) => `${locale}.md`).join(', ');
  return report(context, {
    rule: 'link/missing-language',
    what: `Broken link to \`${context.link.url}\`: the article has ${existing} only`,
    why: 'The article does not exist in that language yet, so readers would get a “page not found” error.',
    fix: `Link to the folder, \`${folder}\`. Readers then get the article in their language once it exists, and the original until then.`,
  });
}

/** Returns the path from a text to an entry, as an author writes it. */
function pathTo(id: string, { file }: Text): string {
  const folder = `${file.kind}s/`;
  return id.startsWith(folder) ? `../${id.slice(folder.length)}.md` : `../../${id}.md`;
}

/** Whether the target is still a draft or has a later date when the linking article is published. */
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
  return report(context, {
    rule: 'link/to-unpublished',
    what: `Link to \`${context.link.url}\`, which is not published yet`,
    why: 'It is a draft or has a later date than this article, so readers would get a “page not found” error.',
    fix: 'Publish it (change `draft` or `date` there), or remove the link until then.',
  });
}

/** Reports a link to a file that does not exist in the text’s folder or that can’t be offered for download. */
function checkFile(context: LinkContext): Diagnostic | undefined {
  const { link, text } = context;
  const name = nameWithin(link.url, text.file);
  const exists = findAsset(link.url, text.file) !== undefined;
  if (name === undefined || (!exists && name.endsWith('.md'))) return linkElsewhere(context);
  if (!exists) return missingFile(name, context);
  const fault = findDownloadFault(name);
  if (fault !== undefined) return linkToFaulty(fault, context);
  const twin = findTwin(name, text.file);
  return twin === undefined ? undefined : linkToTwin(twin, context);
}

/** Finds a file beside the text whose name differs only in case or Unicode form: many file systems can’t hold both. */
function findTwin(name: string, { assets }: EntryFile): string | undefined {
  return [...assets.keys()].find((other) => other !== name && foldName(other) === foldName(name));
}

function linkElsewhere(context: LinkContext): Diagnostic {
  return report(context, {
    rule: 'link/to-file',
    what: `Link to \`${context.link.url}\`, which is neither a text nor a file in this text’s folder`,
    why: 'Only files in the text’s own folder are published with it.',
    fix: 'Put the file into the folder of the text, or into `public/` and link to it from the root (`/files/name.pdf`). To link to another text, write `../its-folder/ko.md`.',
  });
}

function missingFile(name: string, context: LinkContext): Diagnostic {
  const beside = [...context.text.file.assets.keys()].filter((each) => findDownloadFault(each) === undefined);
  return report(context, {
    rule: 'link/broken',
    what: `Broken link to \`${context.link.url}\`${suggest(name, beside) || ': there is no such file beside the text'}`,
    why: 'Readers would get a “page not found” error.',
    fix: 'Put the file into the folder of the text, or correct its name (upper and lower case differ).',
  });
}

function linkToFaulty(fault: string, context: LinkContext): Diagnostic {
  return report(context, {
    rule: 'link/to-file',
    what: `\`${context.link.url}\` can’t be offered for download: ${fault}`,
    why: 'The file is not published, because a page or program could run with the rights of the site.',
    fix: `Rename or archive the file so that its name ends with one of ${downloadExtensions.join(', ')} and has no other dot.`,
  });
}

function linkToTwin(twin: string, context: LinkContext): Diagnostic {
  return report(context, {
    rule: 'link/twin',
    what: `The name of \`${context.link.url}\` differs from \`${twin}\` only in letter case or Unicode form`,
    why: 'Many file systems can’t hold both, and on some hosts both have the same address: readers could get the wrong file.',
    fix: 'Rename one of the files and update the links to it.',
  });
}

function emptyLink(context: LinkContext): Diagnostic {
  return report(context, {
    rule: 'link/empty',
    what: 'The link has no address',
    why: 'Following it only reloads the page.',
    fix: 'Write the address between the parentheses, or remove the link.',
  });
}

function malformed(context: LinkContext): Diagnostic {
  return report(context, {
    rule: 'link/malformed',
    what: `Unexpected \`%\` in \`${context.link.url}\`, expected a percent-encoded character such as \`%20\``,
    why: 'Browsers interpret it differently.',
    fix: 'Write `%25` for a percent sign.',
  });
}

function checkScheme(context: LinkContext): Diagnostic | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(context.link.url)?.[1]?.toLowerCase();
  if (scheme === undefined || ['http', 'https', 'mailto'].includes(scheme)) return undefined;
  return report(context, {
    rule: 'link/scheme',
    what: `Unexpected \`${scheme}:\` in a link, expected \`https:\`, \`http:\` or \`mailto:\``,
    why: 'Links with other schemes are removed from the page: they could run a program, or do nothing.',
    fix: 'Use a web address, or show it as `code`.',
  });
}

function report(
  { text, link }: LinkContext,
  message: Pick<Diagnostic, 'rule' | 'what' | 'why' | 'fix'>,
): Diagnostic {
  return { file: text.file.file, line: link.line, column: link.column, severity: 'error', ...message };
}
