/** Let a reader search without leaving the page: by the link in its header, which leads to a page that does the same, or by key. */
export function offerSearch(page: Document): void {
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
    if (asksForSearch(event)) void open(event);
  });
}

/**
 * Whether a key asks for search: ⌘K, Ctrl K or /, by its place on the keyboard, since what it writes is another on a Korean
 * layout. Not in a field that is written in, which takes such keys itself.
 */
export function asksForSearch(event: KeyboardEvent): boolean {
  const { code, altKey, ctrlKey, metaKey, shiftKey, isComposing, target } = event;
  const isAsking = code === 'KeyK' ? ctrlKey !== metaKey : code === 'Slash' && !ctrlKey && !metaKey;
  return isAsking && !altKey && !shiftKey && !isComposing && !(target as Element).closest(written);
}

/** What takes keys as letters; no slider, nor what is only on or off, does. A list finds its lines by them. */
const written = 'input:not([type=range],[type=radio],[type=checkbox]),textarea,select,[contenteditable]';
