import { articleCard, siteCard } from '../../pictures/page-cards.ts';
import type { Card } from '../../pictures/card.ts';
import type { SiteContent } from '../site-content.ts';
import type { FileRoute } from './file-route.ts';

/** Returns the cards of the site and of its articles, in each language, at the addresses of `cardHref`. */
export function cardRoutes({ site, mark: { svg: mark }, articles }: SiteContent): FileRoute[] {
  const toRoute = (name: string, card: Card): FileRoute => ({
    file: `og/${name}.png`,
    model: card,
    make: ({ drawCard }) => drawCard(card),
  });
  return [
    ...site.locales.map((locale) => toRoute(locale, siteCard({ site, mark }, locale))),
    ...articles.flatMap((article) =>
      [...article.entries.keys()].map((locale) =>
        toRoute(`${locale}/${article.slug}`, articleCard({ site, mark }, article, locale)),
      ),
    ),
  ];
}
