// Features of a page whose code is lazy-loaded: each function here only waits for the event that needs it.

/** Adds a copy button to each code block. The code that copies is lazy-loaded on the first click. */
export function addCopyButtons(page: Document): void {
  // Ids of headings never contain a colon, so this one cannot collide with them.
  const template = page.getElementById('page:copy-button');
  for (const block of page.querySelectorAll<HTMLElement>('.code')) {
    const button =
      template instanceof HTMLTemplateElement ? template.content.cloneNode(true).firstChild : null;
    if (!(button instanceof HTMLButtonElement)) continue;
    button.addEventListener('click', () => {
      import('./copy.ts').then(
        (code) => code.copy(block, button),
        () => (button.textContent = button.dataset.failed ?? ''),
      );
    });
    block.append(button);
  }
}

/**
 * Makes links that change the language, or the number of languages, preserve the reader's place in the text and remember the
 * choice. The code is prefetched when the pointer or the focus reaches a link, and handles clicks itself.
 */
export function preservePlace(page: Document): void {
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[data-locale],a[data-reading]')) {
    const follow = (event: Event): void => {
      const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
      if (event.type === 'click' && !ctrlKey && !metaKey && !shiftKey) event.preventDefault();
      import('./place/index.ts').then(
        (place) => {
          place.follow(link, event);
        },
        () => {
          if (event.defaultPrevented) location.href = link.href;
        },
      );
    };
    for (const type of ['pointerenter', 'pointerdown', 'focus', 'click']) link.addEventListener(type, follow);
  }
}

/** Lazy-loads, on the first scroll, the code that marks the current section in the contents and tracks the reading position. */
export function trackReading(page: Document): void {
  const track = (): void => {
    void import('./mark-section.ts').then((section) => {
      section.markSection(page);
    });
    void import('./place/index.ts').then((place) => {
      place.trackPosition(page);
    });
  };
  if (scrollY > 0) track();
  else page.addEventListener('scroll', track, { once: true });
}

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

/**
 * Restores what the previous page stored for this one: the words that search found, the place in the text, and whether the
 * reader prefers both languages. Each part is lazy-loaded only if its storage key exists.
 */
export function restoreState(page: Document): void {
  try {
    if ('found' in sessionStorage)
      void import('../search/interface/marks.ts').then((marks) => {
        marks.restoreMarks(page);
      });
    if ('place' in sessionStorage || 'reading' in localStorage)
      void import('./place/index.ts').then((place) => {
        place.restore(page);
      });
  } catch {
    // Storage is blocked, so there is nothing to restore.
  }
}
