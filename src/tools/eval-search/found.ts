/** What a search page shows for a query, as its reader sees it. */
export interface Found {
  /** Articles by slug, best first, each with the anchors of the sections that are linked under it. */
  hits: readonly { slug: string; sections: readonly string[] }[];
  /** What the page says it did other than search for what was typed: `left-out`, `rewriting`. */
  notices: readonly string[];
}

/**
 * The articles that links lead to, in the order in which they first appear.
 *
 * @example
 * linksToHits(['/ko/articles/a/', '/ko/articles/b/#x', '/ko/articles/a/#y'])
 * // [{ slug: 'a', sections: ['y'] }, { slug: 'b', sections: ['x'] }]
 */
export function linksToHits(hrefs: readonly string[]): Found['hits'] {
  const sections = new Map<string, string[]>();
  for (const href of hrefs) {
    const [, slug, anchor = ''] = /\/articles\/([^/#?]+)\/(?:\?[^#]*)?(?:#(.*))?$/.exec(href) ?? [];
    if (slug === undefined) continue;
    const known = sections.get(decodeURIComponent(slug)) ?? [];
    if (anchor !== '') known.push(decodeURIComponent(anchor));
    sections.set(decodeURIComponent(slug), known);
  }
  return [...sections].map(([slug, anchors]) => ({ slug, sections: anchors }));
}
