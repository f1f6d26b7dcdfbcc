import { beginning, end, type Mark } from './place.ts';

/** The text of a page: by itself, or beside its other language. */
export function findText(page: Document): Element | null {
  return page.querySelector('.prose,.rows');
}

/** The beginning of a page's text, its headings and its end, each with its place in the window. Of two languages those of the page's own. */
export function measureText(page: Document): Mark[] {
  const text = findText(page);
  if (text === null) return [];
  const headings = [...text.querySelectorAll(':is(h2,h3,h4,h5,h6)[id]')].filter(
    (heading) => heading.closest('[data-side=other],.peeked,.footnotes') === null,
  );
  return [
    [beginning, topOf(page, beginning) ?? 0],
    ...headings.map((heading): Mark => [heading.id, heading.getBoundingClientRect().top]),
    [end, topOf(page, end) ?? 0],
  ];
}

/** Where in the window something stands now that a mark has told of; nothing where it isn't there. */
export function topOf(page: Document, id: string): number | undefined {
  if (id === beginning) return page.querySelector('h1')?.getBoundingClientRect().top;
  if (id !== end) return page.getElementById(id)?.getBoundingClientRect().top;
  // Notes that stand beside the text leave an empty section where it ends.
  const text = findText(page);
  return (
    text?.querySelector('.footnotes')?.getBoundingClientRect().top ?? text?.getBoundingClientRect().bottom
  );
}
