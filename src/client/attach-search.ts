/** Opens the search dialog on a click on the link in the header or on its keyboard shortcuts. The dialog is lazy-loaded. */
export function attachSearch(page: Document): void {
  const link = page.querySelector<HTMLAnchorElement>('.search');
  if (link === null) return;
  const open = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      const search = await import('../search/interface/start.ts');
      await search.openSearch(link);
    } catch {
      location.href = link.href;
    }
  };
  link.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) void open(event);
  });
  page.addEventListener('keydown', (event) => {
    if (isSearchShortcut(event)) void open(event);
  });
}

/**
 * Returns whether a key press is a shortcut of search: ⌘K, Ctrl+K or /, outside of text fields. Compares the physical key,
 * because the character differs on a Korean layout.
 */
export function isSearchShortcut(event: KeyboardEvent): boolean {
  const { code, altKey, ctrlKey, metaKey, shiftKey, isComposing, target } = event;
  const isShortcut = code === 'KeyK' ? ctrlKey !== metaKey : code === 'Slash' && !ctrlKey && !metaKey;
  return isShortcut && !altKey && !shiftKey && !isComposing && !(target as Element).closest(typable);
}

/** Selects elements that handle typed characters themselves. A `select` does: it finds options by their first letters. */
const typable = 'input:not([type=range],[type=radio],[type=checkbox]),textarea,select,[contenteditable]';
