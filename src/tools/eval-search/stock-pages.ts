/**
 * The pages of a built site that stock Pagefind is to index, by their file: those that say so, else the articles, marked as
 * Pagefind’s documentation asks for. Pages that ask not to be indexed stay out.
 */
export function markForStock(pages: ReadonlyMap<string, string>): Map<string, string> {
  const shown = [...pages].filter(([, html]) => !isHidden(html));
  const marked = shown.filter(([, html]) => / data-pagefind-body\b/.test(html));
  if (marked.length > 0) return new Map(marked);
  const articles = shown.filter(([file]) => /^[^/]+\/articles\/[^/]+\/index\.html$/.test(file));
  return new Map(articles.map(([file, html]) => [file, markText(html)]));
}

/** Title and text, as themes mark them that come with Pagefind; neither contents nor what leads elsewhere. */
function markText(html: string): string {
  return html
    .replace('<h1', '<h1 data-pagefind-body')
    .replace('<div class="prose"', '<div data-pagefind-body class="prose"');
}

function isHidden(html: string): boolean {
  return /<meta name="robots" content="[^"]*noindex/.test(html);
}
