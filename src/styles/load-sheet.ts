/** Style sheets that have been asked for on this page, and whether they came. */
const asked = new Map<string, Promise<boolean>>();

/** Have a style sheet of this site on the page, once; gives whether it is there when that is known. */
export function loadSheet(href: string): Promise<boolean> {
  const known = asked.get(href);
  if (known !== undefined) return known;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  link.onload = () => {
    resolve(true);
  };
  link.onerror = () => {
    // Another time it may come.
    asked.delete(href);
    link.remove();
    resolve(false);
  };
  asked.set(href, promise);
  document.head.append(link);
  return promise;
}
