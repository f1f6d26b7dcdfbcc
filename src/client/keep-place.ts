/**
 * Let links that change in which language a page is read, or in how many, keep the place in it and the choice for later. How
 * is loaded by the first sign that one may be followed.
 */
export function keepPlace(page: Document): void {
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[data-locale],a[data-reading]')) {
    const follow = (event: Event): void => {
      const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
      if (event.type === 'click' && !ctrlKey && !metaKey && !shiftKey) event.preventDefault();
      import('./place/start.ts').then(
        (place) => {
          place.follow(link, event);
        },
        () => {
          if (event.defaultPrevented) location.href = link.href;
        },
      );
    };
    for (const sign of ['pointerenter', 'pointerdown', 'focus', 'click']) link.addEventListener(sign, follow);
  }
}
