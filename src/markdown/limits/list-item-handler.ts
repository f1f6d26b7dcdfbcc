import type { List, ListItem, Parents } from 'mdast';
import { defaultHandlers, type Handler } from 'mdast-util-to-hast';

/**
 * Creates a handler for list items that determines once per list whether it is loose, which depends on all of its items. The
 * default handler does so for every item, so its time is quadratic in the length of the list.
 */
export function createListItemHandler(): Handler {
  const withoutItems = new WeakMap<List, List>();
  return (state, node: ListItem, parent: Parents | undefined) => {
    if (parent?.type !== 'list') return defaultHandlers.listItem(state, node, parent);
    const list = withoutItems.get(parent) ?? { type: 'list', spread: isLoose(parent), children: [] };
    withoutItems.set(parent, list);
    return defaultHandlers.listItem(state, node, list);
  };
}

/** Returns whether the paragraphs of a list’s items have space around them, as the default handler does. */
function isLoose({ spread, children }: List): boolean {
  return spread === true || children.some((item) => item.spread ?? item.children.length > 1);
}
