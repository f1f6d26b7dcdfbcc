/** Selects blocks that are shown as a whole, whatever they contain. */
const wholes = '.heading,.table,.code,figure';

/** Selects the default title of a callout, such as “Note”, which is not part of the text. */
export const calloutLabel = '.callout-title:not(:has(*))';

/** Selects the children of a list item that are not part of its own text, which ends before the first of them. */
const parts = `p,ul,ol,blockquote,aside,details,section,div,pre,${wholes}`;

/**
 * Returns the blocks of a text in reading order: headings, paragraphs, tables, code, images, and list items with text of their own.
 * Interactive figures are excluded, because the other language has no figure in the same state.
 */
export function findBlocks(text: Element): Element[] {
  return [...text.querySelectorAll(`p:not(${calloutLabel}),li,${wholes}`)].filter(
    (block) =>
      block.parentElement?.closest(wholes) == null &&
      !block.matches('.figure') &&
      (!block.matches('li') || wordsOf(block) !== ''),
  );
}

/** Selects what differs between a page with one language and a page with both: permalinks, captions and buttons. */
const additions = '.permalink,figcaption,button';

/** Returns the text of a block that is the same on both kinds of page, on one line; of a list item only its own text. */
export function wordsOf(block: Element): string {
  const end = endOf(block);
  const nodes = [...block.childNodes];
  return nodes
    .slice(0, end === null ? nodes.length : nodes.indexOf(end))
    .map((node) => ((node as Partial<Element>).matches?.(additions) ? '' : node.textContent))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Returns the child before which the own text of a list item ends; null for other blocks, and if the text runs to the end. */
export function endOf(block: Element): Element | null {
  return block.matches('li') ? ([...block.children].find((each) => each.matches(parts)) ?? null) : null;
}
