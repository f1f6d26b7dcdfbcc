/**
 * Fetches another page of this site and parses it, without running its scripts. All fetched markup is parsed here, so that
 * nothing from another origin, and no response other than HTML, can become nodes of a page. The request parses the response
 * itself, because the policy of the pages forbids `DOMParser` (Trusted Types).
 */
export function fetchPage(href: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', href);
    request.responseType = 'document';
    request.onloadend = () => {
      const page = request.response as Document | null;
      const isOwn = request.status === 200 && new URL(request.responseURL).origin === location.origin;
      if (isOwn && page?.contentType === 'text/html') resolve(page);
      else reject(new Error(href));
    };
    request.send();
  });
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
