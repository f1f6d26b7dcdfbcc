import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { listFiles } from './run.ts';

/** A page of a built site. */
export interface BuiltPage {
  /** Path of the page's file in the output. */
  file: string;
  /** Absolute path on the host. */
  address: string;
  html: string;
  tree: Root;
}

/** Output folder of a built site, and its public address. */
interface BuiltPlace {
  output: string;
  base: string;
  origin: string;
}

/** Reads all HTML pages of a built site, except for those that only lead on to another. */
export function readPages(output: string, base: string): BuiltPage[] {
  return listFiles(output)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(path.join(output, file), 'utf8');
      const address =
        base + file.replace(/(?:^|\/)index\.html$/, (found) => (found.startsWith('/') ? '/' : ''));
      return { file, address, html, tree: fromHtml(html) };
    })
    .filter(({ html }) => findRefresh(html) === undefined);
}

/** Returns the address that a page leads on to by itself, or `undefined` if it doesn't. */
export function findRefresh(html: string): string | undefined {
  return /<meta http-equiv="refresh" content="0; url=([^"]*)">/.exec(html)?.[1];
}

/** Lists the elements of a tree for which `matches` returns `true`. */
export function findElements(tree: Root, matches: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element: Element) => {
    if (matches(element)) found.push(element);
  });
  return found;
}

/** Returns an attribute as text; the empty string if it is absent. */
export function attribute({ properties }: Element, name: string): string {
  const value = properties[name];
  return Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '';
}

/** Finds the `<link>` with this `rel`. */
export function findLink(page: BuiltPage, rel: string): Element | undefined {
  return findElements(page.tree, (each) => each.tagName === 'link' && attribute(each, 'rel') === rel)[0];
}

/** Lists the `hreflang` links of a page: `ko https://…`. */
export function alternatesOf({ tree }: BuiltPage): string[] {
  return findElements(tree, (each) => each.tagName === 'link' && attribute(each, 'hrefLang') !== '').map(
    (each) => `${attribute(each, 'hrefLang')} ${attribute(each, 'href')}`,
  );
}

/** Returns whether a page has `noindex`. */
export function isHidden({ tree }: BuiltPage): boolean {
  return findElements(tree, (each) => attribute(each, 'name') === 'robots').some((each) =>
    attribute(each, 'content').includes('noindex'),
  );
}

/** Lists the values of an Open Graph property. */
export function metaOf({ tree }: BuiltPage, property: string): string[] {
  return findElements(tree, (each) => attribute(each, 'property') === property).map((each) =>
    attribute(each, 'content'),
  );
}

/** Parses the JSON-LD of a page. */
export function jsonLdOf({ tree }: BuiltPage): Record<string, unknown>[] {
  return findElements(tree, (each) => attribute(each, 'type') === 'application/ld+json').map(
    (each) => JSON.parse(toString(each)) as Record<string, unknown>,
  );
}

/** Lists the texts with Hangul on a page that are not in an element with `lang="ko"`. The title of a page cannot contain elements. */
export function listUnmarkedHangul({ tree }: BuiltPage): string[] {
  const walk = (node: Nodes, lang: string): string[] => {
    if (node.type === 'text')
      return lang !== 'ko' && /\p{Script=Hangul}/u.test(node.value) ? [node.value] : [];
    if (node.type !== 'root' && node.type !== 'element') return [];
    if (node.type === 'element' && ['title', 'script'].includes(node.tagName)) return [];
    const own = node.type === 'element' ? attribute(node, 'lang') : '';
    return node.children.flatMap((child) => walk(child, own === '' ? lang : own));
  };
  return walk(tree, '');
}

/** Lists the ids on a page. */
export function idsOf({ tree }: BuiltPage): string[] {
  return findElements(tree, ({ properties }) => typeof properties.id === 'string').map((each) =>
    attribute(each, 'id'),
  );
}

/** Lists the ids of the interactive figures on a page. */
function figuresOf({ tree }: BuiltPage): string[] {
  return findElements(tree, ({ children }) =>
    children.some((child) => child.type === 'element' && child.tagName.startsWith('narani-')),
  ).map((each) => attribute(each, 'id'));
}

/** Lists the URLs in a page: links, images, scripts, style sheets. */
export function addressesIn({ tree, file }: BuiltPage): string[] {
  // The 404 pages are served at any address, so only their links are checked.
  const attributes = file.endsWith('404.html') ? ['href'] : ['href', 'src'];
  return findElements(tree, () => true)
    .flatMap((element) => [
      ...attributes.map((name) => attribute(element, name)),
      ...attribute(element, 'srcSet')
        .split(',')
        .map((source) => source.trim().split(' ')[0] ?? ''),
    ])
    .filter((address) => address !== '' && !/^(?:mailto|tel|sms):/.test(address));
}

/**
 * Creates a function that explains why a link within a built site is broken. It returns `undefined` for working links and for links
 * to other origins. The HTML of a figure has anchors only for the states that its own page links to; scripts handle the states
 * in links from other pages.
 *
 * @example
 * createProblemFinder(place, pages)('/en/no-such-page/#part', 'https://example.org/en/') // 'no file'
 */
export function createProblemFinder({ output, base, origin }: BuiltPlace, pages: readonly BuiltPage[]) {
  const ids = new Map(pages.map((page) => [decodeURI(page.address), idsOf(page)]));
  const figures = new Map(pages.map((page) => [decodeURI(page.address), figuresOf(page)]));
  return (link: string, from: string): 'no file' | 'no such anchor' | undefined => {
    const url = new URL(link, from);
    if (url.origin !== origin) return undefined;
    if (!isFile(output, base, url)) return 'no file';
    const anchor = decodeURIComponent(url.hash.slice(1));
    const address = decodeURI(url.pathname);
    const isState =
      url.pathname !== new URL(from).pathname &&
      figures.get(address)?.some((id) => anchor.startsWith(`${id}:`)) === true;
    const isKnown = anchor === '' || isState || ids.get(address)?.includes(anchor) === true;
    return isKnown ? undefined : 'no such anchor';
  };
}

function isFile(output: string, base: string, { pathname }: URL): boolean {
  const address = decodeURIComponent(pathname);
  if (!address.startsWith(base)) return false;
  const file = path.join(output, address.slice(base.length));
  return address.endsWith('/') ? existsSync(path.join(file, 'index.html')) : existsSync(file);
}
