import { paletteOf } from '../identity/accent.ts';
import { localeToLabel, localeToLang, localize, type Locale } from '../locale/index.ts';
import { sourceEntry, type Article, type Entry, type Site } from '../model/index.ts';
import type { Card, CardText } from './card.ts';

/** A site, and its mark as SVG. */
interface CardSite {
  site: Site;
  mark: string;
}

/** Returns the card of an article in one of its languages, whose title comes first. */
export function articleCard(
  site: CardSite,
  article: Article<Entry & { sign: string }>,
  locale: Locale,
): Card {
  const { sign } = sourceEntry(article);
  return { ...createCard(site, locale, (each) => article.entries.get(each)?.title), sign };
}

/** Returns the site's card, for pages without a card of their own. Its titles are the site's descriptions. */
export function siteCard(site: CardSite, locale: Locale): Card {
  return createCard(site, locale, (each) => site.site.description[each]);
}

function createCard(
  { site, mark }: CardSite,
  locale: Locale,
  titleIn: (locale: Locale) => string | undefined,
): Card {
  const ordered = [locale, ...site.locales.filter((each) => each !== locale)];
  const titles = ordered.flatMap((each): (CardText & { label: string })[] => {
    const text = titleIn(each);
    return text === undefined ? [] : [{ text, lang: localeToLang(each), label: localeToLabel(each) }];
  });
  return {
    titles: titles.map(({ text, lang }) => ({ text, lang })),
    sign: '',
    mark,
    accent: paletteOf(site.accent).light.accent,
    site: localize(site.name, locale, site.locales),
    languages: titles.map(({ label }) => label),
  };
}
