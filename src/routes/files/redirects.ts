import {
  linkPage,
  loadDictionary,
  localeToLang,
  markdownHref,
  pageToHref,
  type Locale,
} from '../../locale/index.ts';
import {
  folderOf,
  listRedirects,
  parseAlias,
  resolveEntry,
  siteAddress,
  type Redirect,
  type Site,
} from '../../model/index.ts';
import { redirectToHtml } from '../../syndication/redirect-page.ts';
import type { StoredArticle } from '../../texts/index.ts';
import type { SiteContent } from '../site-content.ts';
import type { FileRoute } from './file-route.ts';

/** Returns the pages at former addresses, which lead on to what is there now. */
export function redirectRoutes({ site, articles, pages }: SiteContent): FileRoute[] {
  return [...articles, ...pages].flatMap((article) =>
    listRedirects(article, site.locales).flatMap((redirect) =>
      redirect.file === undefined
        ? []
        : [{ file: redirect.file, model: undefined, make: () => makePage(redirect, article, site) }],
    ),
  );
}

/**
 * Returns the lines of `_redirects` for former addresses, base included.
 *
 * Without `301!`, by which a rule precedes a file: Netlify would read it, but Cloudflare rejects the whole file.
 */
export function redirectRules({ site, articles, pages }: SiteContent): string {
  const all = [...articles, ...pages];
  const exact = all
    .flatMap((article) => listRedirects(article, site.locales))
    .map((redirect) => [site.base + encodePath(redirect.path), targetHref(redirect, site)]);
  // Hosts limit the number of patterns, and want them after exact addresses.
  const patterns = all.filter(hasDownloads).flatMap(({ kind, slug, aliases = [] }) =>
    aliases.flatMap((written) => {
      const alias = parseAlias(written);
      if (alias?.type !== 'slug') return [];
      const [from, to] = [alias.slug, slug].map((each) => folderOf({ kind, slug: encodePath(each) }));
      return [[`${site.base}downloads/${from}/*`, `${site.base}downloads/${to}/:splat`]];
    }),
  );
  return [...exact, ...patterns].map(([from, to]) => `${from} ${to} 301\n`).join('');
}

function hasDownloads({ entries }: StoredArticle): boolean {
  return [...entries.values()].some(({ downloads }) => downloads.length > 0);
}

/** Encodes a path for `_redirects`, in which `*` and `:` begin placeholders. */
function encodePath(path: string): string {
  return path
    .split('/')
    .map((name) => encodeURIComponent(name).replaceAll('*', '%2A'))
    .join('/');
}

function targetHref({ target, locale }: Redirect, site: Site): string {
  const address = siteAddress(site);
  return target.type === 'markdown'
    ? markdownHref(target.slug, locale, address)
    : pageToHref(target, locale, address);
}

async function makePage(redirect: Redirect, article: StoredArticle, site: Site): Promise<string> {
  const address = siteAddress(site);
  const href = targetHref(redirect, site);
  const { kind, slug, source } = article;
  const page =
    kind === 'article' ? ({ type: 'article', slug } as const) : ({ type: 'single', slug } as const);
  const languages = [...new Set([redirect.locale, ...article.entries.keys()])];
  const toLanguage = async (locale: Locale) => {
    const { entry } = resolveEntry(article, locale);
    const { addressChanged } = await loadDictionary(locale);
    return {
      lang: localeToLang(locale),
      explanation: addressChanged,
      href: locale === redirect.locale ? href : pageToHref(page, locale, address),
      title: entry.title,
      titleLang: localeToLang(entry.locale),
    };
  };
  const written = { written: [...article.entries.keys()], original: source };
  return redirectToHtml({
    href,
    canonical: linkPage(page, redirect.locale, written, address).canonical,
    languages: await Promise.all(languages.map(toLanguage)),
  });
}
