/**
 * Another page of this site as a document, from which nodes may be taken over. It is the one place in which markup that was
 * fetched becomes nodes, so that it takes none from elsewhere and none that isn't a page. No script of it runs.
 */
export async function fetchPage(href: string): Promise<Document> {
  const { origin } = new URL(href, location.href);
  const response = origin === location.origin ? await fetch(href) : Response.error();
  const isPage = /^text\/html\b/.test(response.headers.get('content-type') ?? '');
  if (!response.ok || !isPage || new URL(response.url).origin !== origin) throw new Error(href);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/**
 * What is in an element of a fetched page, for a page to take in. Its links lead where they led there, and it brings no id
 * that the page already has.
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
