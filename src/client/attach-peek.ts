/** Lazy-loads peek, which shows a block in the other language, when the reader first points at, focuses or types on the text. */
export function attachPeek(page: Document): void {
  const link = page.querySelector<HTMLAnchorElement>('[data-peek]');
  const prose = page.querySelector<HTMLElement>('.prose');
  if (link === null || prose === null) return;
  const attach = (): void => {
    void import('./peek/peek.ts').then((peek) => peek.attach(link, prose));
  };
  for (const type of ['pointermove', 'pointerdown', 'focusin'])
    prose.addEventListener(type, attach, { once: true });
  page.addEventListener('keydown', attach, { once: true });
}
