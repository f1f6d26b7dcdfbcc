import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { listFiles } from './run.ts';

/** A page of a built site. */
export interface BuiltPage {
  /** Path of its file in the output. */
  file: string;
  /** Its address from the root of the host. */
  address: string;
  html: string;
  tree: Root;
}

/** Every HTML page of a built site under its base path. */
export function readPages(output: string, base: string): BuiltPage[] {
  return listFiles(output)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(path.join(output, file), 'utf8');
      const address =
        base + file.replace(/(?:^|\/)index\.html$/, (found) => (found.startsWith('/') ? '/' : ''));
      return { file, address, html, tree: fromHtml(html) };
    });
}

/** Elements of a tree that a test picks. */
export function findElements(tree: Root, picks: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element: Element) => {
    if (picks(element)) found.push(element);
  });
  return found;
}

/** An attribute as text; empty where there is none. */
export function attribute({ properties }: Element, name: string): string {
  const value = properties[name];
  return Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '';
}

/** The one element in the head that names something, such as `link[rel=canonical]`. */
export function findLink(page: BuiltPage, rel: string): Element | undefined {
  return findElements(page.tree, (each) => each.tagName === 'link' && attribute(each, 'rel') === rel)[0];
}
