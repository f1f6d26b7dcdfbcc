import { pageToHref, toAbsolute, type SiteAddress } from './address.ts';
import { localeToLang, type Locale } from './locale.ts';
import type { Page } from './page.ts';

/** The languages of a page. */
export interface PageLanguages {
  /** Languages the page is written in; the others show a fallback. */
  written: readonly Locale[];
  /** Whether the site has this language only, so that no page has alternates. */
  isOnly?: boolean;
  /** The language of the source, which is the default for readers and search engines. */
  original: Locale;
}

/** Full URLs for the `<link>` elements in a page's head. */
export interface PageLinks {
  /** The URL that search engines should index; a fallback gives the page of the original. */
  canonical: string;
  /** The page in every language it is written in, `x-default` last. Empty for a fallback, which is not indexed. */
  alternates: { hreflang: string; href: string }[];
}

/** Returns the URLs for the head of a page in a locale. */
export function linkPage(
  page: Page,
  locale: Locale,
  languages: PageLanguages,
  address: SiteAddress,
): PageLinks {
  const href = (each: Locale): string => toAbsolute(pageToHref(page, each, address), address);
  // Search engines should index the article's own pages instead, which have the same texts.
  if (page.type === 'side-by-side')
    return { ...linkPage({ type: 'article', slug: page.slug }, locale, languages, address), alternates: [] };
  const isWritten = languages.written.includes(locale);
  if (!isWritten) return { canonical: href(languages.original), alternates: [] };
  if (languages.isOnly === true) return { canonical: href(locale), alternates: [] };
  const alternates = languages.written.map((each) => ({ hreflang: localeToLang(each), href: href(each) }));
  return {
    canonical: href(locale),
    alternates: [
      ...alternates,
      { hreflang: 'x-default', href: defaultHref(page, href(languages.original), address) },
    ],
  };
}

/** Returns the URL for readers of other languages: the language selection for the home page, otherwise the original. */
function defaultHref(page: Page, original: string, address: SiteAddress): string {
  return page.type === 'home' ? toAbsolute(address.base, address) : original;
}
