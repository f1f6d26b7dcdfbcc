const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Let a reader go round the themes: the system's, light, dark. The choice is kept on their device. */
export function switchTheme(page: Document): void {
  const button = page.querySelector<HTMLElement>('.theme');
  if (button === null) return;
  show(page, button, chosenTheme(page));
  button.addEventListener('click', () => {
    const next = themes[(themes.indexOf(chosenTheme(page)) + 1) % themes.length] ?? 'system';
    keep(next);
    show(page, button, next);
  });
}

function chosenTheme({ documentElement }: Document): Theme {
  return themes.find((theme) => theme === documentElement.dataset.theme) ?? 'system';
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
