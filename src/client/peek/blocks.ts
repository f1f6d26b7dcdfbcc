/** What stands by itself and is shown as a whole, whatever is in it. */
const wholes = '.heading,.table,.code,figure';

/** What a box without a title of its own is called: no words of the text. */
export const label = '.callout-title:not(:has(*))';

/** What ends the text of a list item. */
const parts = `p,ul,ol,blockquote,aside,details,section,div,pre,${wholes}`;

/**
 * The blocks of a text in the order of reading: headings, paragraphs, tables, code, pictures, and list items that hold text of
 * their own. A figure that runs is none: its words are those of the state it is in, and the other language has no such state.
 */
export function findBlocks(text: Element): Element[] {
  return [...text.querySelectorAll(`p:not(${label}),li,${wholes}`)].filter(
    (block) =>
      block.parentElement?.closest(wholes) == null &&
      !block.matches('.figure') &&
      (!block.matches('li') || wordsOf(block) !== ''),
  );
}

/** What is not the same wherever a block is shown: beside its other language there are more links, the captions of both, no buttons. */
const additions = '.permalink,figcaption,button';

/** The words of a block that it has wherever it is shown, on one line. Of a list item not those of what stands in it after them. */
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

/** Before what the text of a list item ends; nothing where it ends with it, as in any other block. */
export function endOf(block: Element): Element | null {
  return block.matches('li') ? ([...block.children].find((each) => each.matches(parts)) ?? null) : null;
}
