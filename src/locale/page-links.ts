import { pageToHref, toAbsolute, type SiteAddress } from './address.ts';
import { localeToLang, type Locale } from './locale.ts';
import type { Page } from './page.ts';

/** In which languages a page exists in its own words, and which of them it is at home in. */
export interface PageLanguages {
  /** Those the page is written in; the others show a fallback. */
  written: readonly Locale[];
  /** The language the page is the original of: its address counts where no other is asked for. */
  original: Locale;
}

/** Addresses that the head of a page names. All are full URLs. */
export interface PageLinks {
  /** The address that search engines should know the page by: a fallback names the original. */
  canonical: string;
  /** The page in every language it is written in, `x-default` last; none for a fallback, which is not to be found. */
  alternates: { hreflang: string; href: string }[];
}

/** The addresses for the head of a page shown in a locale. */
export function linkPage(
  page: Page,
  locale: Locale,
  languages: PageLanguages,
  address: SiteAddress,
): PageLinks {
  const href = (each: Locale): string => toAbsolute(pageToHref(page, each, address), address);
  // Both texts are known by their own pages; this one only sets them beside each other.
  if (page.type === 'side-by-side')
    return { ...linkPage({ type: 'article', slug: page.slug }, locale, languages, address), alternates: [] };
  const isWritten = languages.written.includes(locale);
  if (!isWritten) return { canonical: href(languages.original), alternates: [] };
  const alternates = languages.written.map((each) => ({ hreflang: localeToLang(each), href: href(each) }));
  return {
    canonical: href(locale),
    alternates: [
      ...alternates,
      { hreflang: 'x-default', href: defaultHref(page, href(languages.original), address) },
    ],
  };
}

/** Whoever asks for no language we have gets the doors of the site, or the original of an article. */
function defaultHref(page: Page, original: string, address: SiteAddress): string {
  return page.type === 'home' ? toAbsolute(address.base, address) : original;
}
