type Theme = 'system' | 'light' | 'dark';

/** Makes the theme button cycle through three themes: the system's, the opposite one, and the same one fixed. Stores the choice. */
export function switchTheme(page: Document): void {
  const button = page.querySelector<HTMLElement>('.theme');
  if (button === null) return;
  show(page, button, chosenTheme(page));
  button.addEventListener('click', () => {
    const next = themeAfter(chosenTheme(page));
    store(next);
    show(page, button, next);
  });
  // A page from the back/forward cache still shows the theme it was left in.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) show(page, button, storedTheme() ?? chosenTheme(page));
  });
}

/** The first step changes the colors; the second keeps those of the system even when the system switches at night. */
function themeAfter(theme: Theme): Theme {
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const order: readonly Theme[] = isDark ? ['system', 'light', 'dark'] : ['system', 'dark', 'light'];
  return order[(order.indexOf(theme) + 1) % order.length] ?? 'system';
}

function chosenTheme({ documentElement }: Document): Theme {
  return toTheme(documentElement.dataset.theme);
}

/** Returns the stored theme, or undefined if storage is blocked. */
function storedTheme(): Theme | undefined {
  try {
    return toTheme(localStorage.getItem('theme'));
  } catch {
    return undefined;
  }
}

function toTheme(name: string | null | undefined): Theme {
  return name === 'light' || name === 'dark' ? name : 'system';
}

function store(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage is blocked: the choice applies to this page only.
  }
}

function show(page: Document, button: HTMLElement, theme: Theme): void {
  const { documentElement } = page;
  if (theme === 'system') delete documentElement.dataset.theme;
  else documentElement.dataset.theme = theme;
  const label = button.dataset[theme] ?? '';
  button.ariaLabel = label;
  button.title = label;
  for (const meta of page.querySelectorAll<HTMLMetaElement>('[name=theme-color]')) {
    const { of } = meta.dataset;
    if (theme === 'system') meta.media = `(prefers-color-scheme: ${of})`;
    else meta.media = of === theme ? '' : 'not all';
  }
}
