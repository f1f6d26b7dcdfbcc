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
