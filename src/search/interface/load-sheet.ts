/** Have a style sheet of this site on the page, once; settles when it is there, or can't be had. */
export async function loadSheet(href: string): Promise<void> {
  if (document.querySelector(`link[href="${CSS.escape(href)}"]`) !== null) return;
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  link.onload = link.onerror = () => {
    resolve(undefined);
  };
  document.head.append(link);
  await promise;
}
