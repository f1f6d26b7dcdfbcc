/**
 * Fetches another page of this site and parses it, without running its scripts. All fetched markup is parsed here, so that
 * nothing from another origin, and no response other than HTML, can become nodes of a page.
 */
export async function fetchPage(href: string): Promise<Document> {
  const { origin } = new URL(href, location.href);
  const response = origin === location.origin ? await fetch(href) : Response.error();
  const isPage = /^text\/html\b/.test(response.headers.get('content-type') ?? '');
  if (!response.ok || !isPage || new URL(response.url).origin !== origin) throw new Error(href);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/**
 * Copies the content of an element of a fetched page, for use in another page: resolves the addresses of links against the
 * fetched page, and removes ids that already exist in the target.
 *
 * @param from address of the fetched page
 */
export function copyContent(element: Element, from: string, page: Document): DocumentFragment {
  const content = page.createDocumentFragment();
  content.append(...page.importNode(element, true).childNodes);
  for (const each of content.querySelectorAll('[id]'))
    if (page.getElementById(each.id) !== null) each.removeAttribute('id');
  for (const link of content.querySelectorAll('a'))
    link.href = new URL(link.getAttribute('href') ?? '', from).href;
  return content;
}
