type Theme = 'system' | 'light' | 'dark';

/** Let a reader go round the themes: the system's, its opposite, its like. The choice is kept on their device. */
export function switchTheme(page: Document): void {
  const button = page.querySelector<HTMLElement>('.theme');
  if (button === null) return;
  show(page, button, chosenTheme(page));
  button.addEventListener('click', () => {
    const next = themeAfter(chosenTheme(page));
    keep(next);
    show(page, button, next);
  });
  // A page that the browser kept whole comes back as it was left, whatever has been chosen since.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) show(page, button, keptTheme() ?? chosenTheme(page));
  });
}

/** The first step changes what is seen; the second holds it against a system that changes by the hour. */
function themeAfter(theme: Theme): Theme {
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const round: readonly Theme[] = isDark ? ['system', 'light', 'dark'] : ['system', 'dark', 'light'];
  return round[(round.indexOf(theme) + 1) % round.length] ?? 'system';
}

function chosenTheme({ documentElement }: Document): Theme {
  return toTheme(documentElement.dataset.theme);
}

/** The theme that is kept, or nothing where storage is refused. */
function keptTheme(): Theme | undefined {
  try {
    return toTheme(localStorage.getItem('theme'));
  } catch {
    return undefined;
  }
}

function toTheme(name: string | null | undefined): Theme {
  return name === 'light' || name === 'dark' ? name : 'system';
}

function keep(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage may be refused; the choice then holds for this page.
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
