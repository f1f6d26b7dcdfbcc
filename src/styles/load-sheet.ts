/** The style sheets requested so far, by address, with a promise of whether each loaded. */
const requested = new Map<string, Promise<boolean>>();

/** Loads a style sheet of this site, at most once per page. Resolves to false if it fails to load. */
export function loadSheet(href: string): Promise<boolean> {
  const known = requested.get(href);
  if (known !== undefined) return known;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  link.onload = () => {
    resolve(true);
  };
  link.onerror = () => {
    // Not cached, so that the next call tries again.
    requested.delete(href);
    link.remove();
    resolve(false);
  };
  requested.set(href, promise);
  document.head.append(link);
  return promise;
}
