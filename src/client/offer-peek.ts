/** Let a reader see each block of a text in its other language, where it has one. How is loaded when they first turn to the text. */
export function offerPeek(page: Document): void {
  const link = page.querySelector<HTMLAnchorElement>('[data-peek]');
  const prose = page.querySelector<HTMLElement>('.prose');
  if (link === null || prose === null) return;
  const offer = (): void => {
    void import('./peek/peek.ts').then((peek) => peek.offer(link, prose));
  };
  for (const sign of ['pointermove', 'pointerdown', 'focusin'])
    prose.addEventListener(sign, offer, { once: true });
  page.addEventListener('keydown', offer, { once: true });
}
