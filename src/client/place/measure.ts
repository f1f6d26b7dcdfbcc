import { beginning, end, type Mark } from './place.ts';

/** Returns the element of the text, in one language or in both. */
export function findText(page: Document): Element | null {
  return page.querySelector('.prose,.rows');
}

/** Measures the beginning of the text, its headings and its end. With both languages, only headings in the page's own count. */
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

/** Returns the current position of a mark in the viewport, or undefined if the page does not have it. */
export function topOf(page: Document, id: string): number | undefined {
  if (id === beginning) return page.querySelector('h1')?.getBoundingClientRect().top;
  if (id !== end) return page.getElementById(id)?.getBoundingClientRect().top;
  // The section of the footnotes marks the end, even when the notes have moved into the margin.
  const text = findText(page);
  return (
    text?.querySelector('.footnotes')?.getBoundingClientRect().top ?? text?.getBoundingClientRect().bottom
  );
}
