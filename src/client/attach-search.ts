/** Opens the search dialog on a click on the link in the header or on its keyboard shortcuts. The dialog is lazy-loaded. */
export function attachSearch(page: Document): void {
  const link = page.querySelector<HTMLAnchorElement>('.search');
  if (link === null) return;
  let loading: ReturnType<typeof loadSearch> | undefined;
  const load = () => (loading ??= loadSearch(link.href));
  const open = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      const { start, manifest } = load();
      const search = await start;
      await search.openSearch(link, manifest);
    } catch {
      location.href = link.href;
    }
  };
  // A press comes some 100 ms before its click.
  link.addEventListener('pointerdown', load, { once: true });
  link.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) void open(event);
  });
  page.addEventListener('keydown', (event) => {
    if (isSearchShortcut(event)) void open(event);
  });
}

/** Loads interface, engine and manifest at once. Each would otherwise wait for the one before. */
function loadSearch(searchPage: string) {
  const manifest = fetch(new URL('../../search/index.json', searchPage), { cache: 'no-cache' });
  manifest.catch(() => undefined);
  void import('../search/interface/load-engine.ts').catch(() => undefined);
  const start = import('../search/interface/start.ts');
  return { start, manifest };
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
