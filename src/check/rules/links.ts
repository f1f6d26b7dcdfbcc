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
 * Links lead to entries, places, states of figures, pages and files that exist. Links to the web are not followed. Not a rule like
 * the others: what states a figure has is known when figures are loaded.
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
  /** Paths from the root of the site at which something stands. */
  rootPaths: readonly string[];
  library: Library;
}

function placesIn({ placeIds, survey }: Text): readonly string[] {
  return listIds(survey.places, placeIds);
}

/** An address from the root names something that stands there. */
function checkRoot(context: LinkContext): Diagnostic | undefined {
  const destination = parseLink(context.link.url, context.text.file);
  if (destination.type !== 'root' || context.rootPaths.includes(destination.path)) return undefined;
  const nearest = findNearest(destination.path, context.rootPaths);
  const meant =
    nearest === undefined
      ? ', expected a page of the site or a file in `public/`'
      : `: did you mean \`/${nearest}\`?`;
  return broken(context, {
    rule: 'link/broken',
    what: `Unexpected link to \`${context.link.url}\`${meant}`,
    why: 'The reader would meet “page not found”.',
    fix: 'Correct the path: it starts at the root of the site, without its `base`, and that of a page ends with `/`.',
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
  return broken(context, {
    rule: 'link/unknown-anchor',
    what: `Unexpected anchor \`#${anchor}\`${suggest(place, listAlike(place, known))}`,
    why: 'The reader lands at the top of the page and has to look for the place.',
    fix: 'Use the id of a heading there, of a table (`table-1`) or a figure (`figure-1`). Headings share the id of their English counterpart; `{#id}` at the end of a heading sets one.',
  });
}

/** A state is that of a figure which runs, and it can be in it. */
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
  // A figure that there is not is told of where it is placed.
  if (figure === undefined) return undefined;
  return checkPairs(pairs, placed.name, figure).map(({ rule, what }) =>
    broken(context, {
      rule,
      what: `${what}, in the link \`${context.link.url}\``,
      why: 'The figure would show the reader another state than the text tells of.',
      fix: `Write settings as where the figure is placed, with \`&\` between them: \`#${id}:key=value&key=value\`. “Copy link” below the figure gives them.`,
    }),
  );
}

function notAFigure(id: string, pairs: string, context: LinkContext): Diagnostic {
  return broken(context, {
    rule: 'link/no-figure',
    what: `Unexpected state \`${pairs}\` of \`#${id}\`, expected the id of a figure placed by \`::figure\``,
    why: 'No other place has states, so the reader lands at the top of the page.',
    fix: `Link \`#${id}\` alone, or the id of a figure that runs.`,
  });
}

/** What may have been meant: ids of headings, unless what is written is plainly another's. */
function listAlike(anchor: string, known: readonly string[]): readonly string[] {
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
      ? ', expected a text that exists'
      : `: did you mean \`${pathTo(nearest, context.text)}\`?`;
  return broken(context, {
    rule: 'link/broken',
    what: `Unexpected link to \`${context.link.url}\`${meant}`,
    why: 'The reader would meet “page not found”.',
    fix: 'Correct the path: it is relative to this file, as in `../other-article/ko.md`.',
  });
}

function missingLanguage({ kind, slug, entries }: Article, context: LinkContext): Diagnostic {
  const folder = pathTo(`${folderOf({ kind, slug })}/`, context.text).replace(/\.md$/, '');
  const there = [...entries.keys()].map((locale) => `${locale}.md`).join(', ');
  return broken(context, {
    rule: 'link/missing-language',
    what: `Unexpected link to \`${context.link.url}\`, expected one of ${there}, or \`${folder}\``,
    why: 'The article is not written in that language yet.',
    fix: `Link the folder, \`${folder}\`: readers then get the article in their language as soon as it is there, and the original until then.`,
  });
}

/** The path to an entry as it is written in a text. */
function pathTo(id: string, { file }: Text): string {
  const folder = `${file.kind}s/`;
  return id.startsWith(folder) ? `../${id.slice(folder.length)}.md` : `../../${id}.md`;
}

/** Whether readers who can see the one article can't see the other yet: it is a draft, or due on a later day. */
function isHiddenFrom(
  target: Pick<EntryFile, 'kind' | 'slug'>,
  { articles, text, library }: LinkContext,
): boolean {
  const [from, to] = [articles.get(folderOf(text.file)), articles.get(folderOf(target))];
  if (from === undefined || to === undefined || from.draft) return false;
  const seenFrom = [library.today, from.date ?? ''].sort().at(-1) ?? '';
  return publicationStatus(to, seenFrom) !== 'published';
}

function linkToHidden(context: LinkContext): Diagnostic {
  return broken(context, {
    rule: 'link/to-unpublished',
    what: `Unexpected link to \`${context.link.url}\`, which is not published`,
    why: 'It is a draft or due on a later day, so the reader would meet “page not found”.',
    fix: 'Publish it there (`draft`, `date`), or take the link out here until then.',
  });
}

/** A file that a text links to stands in its folder, and its kind is one that can do no harm. */
function checkFile(context: LinkContext): Diagnostic | undefined {
  const { link, text } = context;
  const name = nameWithin(link.url, text.file);
  const isThere = findAsset(link.url, text.file) !== undefined;
  if (name === undefined || (!isThere && name.endsWith('.md'))) return linkElsewhere(context);
  if (!isThere) return missingFile(name, context);
  const fault = findDownloadFault(name);
  if (fault !== undefined) return linkToFaulty(fault, context);
  const twin = findTwin(name, text.file);
  return twin === undefined ? undefined : linkToTwin(twin, context);
}

/** Another file beside the text that many disks and some hosts take for the one of this name. */
function findTwin(name: string, { assets }: EntryFile): string | undefined {
  return [...assets.keys()].find((other) => other !== name && foldName(other) === foldName(name));
}

function linkElsewhere(context: LinkContext): Diagnostic {
  return broken(context, {
    rule: 'link/to-file',
    what: `Unexpected link to \`${context.link.url}\`, expected a text, or a file in the folder of this one`,
    why: 'A text is published with the files of its own folder alone.',
    fix: 'Put the file beside the text, or into `public/` and link it from the root (`/files/name.pdf`). Another text is `../its-folder/ko.md`.',
  });
}

function missingFile(name: string, context: LinkContext): Diagnostic {
  const beside = [...context.text.file.assets.keys()].filter((each) => findDownloadFault(each) === undefined);
  return broken(context, {
    rule: 'link/broken',
    what: `Unexpected link to \`${context.link.url}\`${suggest(name, beside) || ', expected a file beside the text'}`,
    why: 'The reader would meet “page not found”.',
    fix: 'Put the file into the folder of the text, or correct its name (case counts).',
  });
}

function linkToFaulty(fault: string, context: LinkContext): Diagnostic {
  return broken(context, {
    rule: 'link/to-file',
    what: `Unexpected link to \`${context.link.url}\`, expected a file to download: ${fault}`,
    why: 'Readers would not get it: a page or a program from a file could run in the name of the site.',
    fix: `Rename or pack it so that its name ends with one of ${downloadExtensions.join(', ')}, and has no dot elsewhere.`,
  });
}

function linkToTwin(twin: string, context: LinkContext): Diagnostic {
  return broken(context, {
    rule: 'link/twin',
    what: `Unexpected link to \`${context.link.url}\`, expected a file whose name differs from \`${twin}\` in more than case`,
    why: 'Many disks cannot hold both, and on some hosts both have the same address: readers would get the wrong one.',
    fix: 'Rename one of the files, and correct the links to it.',
  });
}

function emptyLink(context: LinkContext): Diagnostic {
  return broken(context, {
    rule: 'link/empty',
    what: 'Missing address of a link',
    why: 'The reader who follows it only loads the page again.',
    fix: 'Write the address between the parentheses, or take the link out.',
  });
}

function malformed(context: LinkContext): Diagnostic {
  return broken(context, {
    rule: 'link/malformed',
    what: `Unexpected \`%\` in \`${context.link.url}\`, expected an encoded character`,
    why: 'Browsers read it each in their own way.',
    fix: 'Write `%25` for a percent sign.',
  });
}

function checkScheme(context: LinkContext): Diagnostic | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(context.link.url)?.[1]?.toLowerCase();
  if (scheme === undefined || ['http', 'https', 'mailto'].includes(scheme)) return undefined;
  return broken(context, {
    rule: 'link/scheme',
    what: `Unexpected \`${scheme}:\` in a link, expected \`https:\`, \`http:\` or \`mailto:\``,
    why: 'Such a link is taken off the page: it could run a program, or do nothing.',
    fix: 'Use a web address, or show it as `code`.',
  });
}

function broken(
  { text, link }: LinkContext,
  what: Pick<Diagnostic, 'rule' | 'what' | 'why' | 'fix'>,
): Diagnostic {
  return { file: text.file.file, line: link.line, column: link.column, severity: 'error', ...what };
}
