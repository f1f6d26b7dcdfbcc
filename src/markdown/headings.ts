import GithubSlugger, { slug } from 'github-slugger';
import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { Heading, Root } from 'mdast';
import type { Point } from 'unist';
import { SKIP, visit } from '../tree/index.ts';
import type { VFile } from 'vfile';
import { footnotesAnchor } from '../model/index.ts';
import { report } from './report.ts';

declare module 'mdast' {
  interface HeadingData {
    /** The id an author wrote as `{#id}` at the end of the heading. */
    explicitId?: string;
  }
}

const trailingId = /(?<![ \t])[ \t]*\{#([^\s{}#:]+)\}[ \t]*$/;

/** Moves `{#id}` from the end of each heading to `data.explicitId`. */
export function takeExplicitIds(tree: Root): void {
  visit(tree, 'heading', (node: Heading) => {
    const last = node.children.at(-1);
    if (last?.type !== 'text') return;
    const [written = '', id] = trailingId.exec(last.value) ?? [];
    if (id === undefined) return;
    node.data = { ...node.data, explicitId: id };
    last.value = last.value.slice(0, -written.length);
    if (last.position !== undefined) last.position.end = moveBack(last.position.end, written.length);
    if (last.value === '') node.children.pop();
  });
}

function moveBack({ line, column, offset = 0 }: Point, columns: number): Point {
  return { line, column: column - columns, offset: offset - columns };
}

/** Reports `#` headings and turns them into `##`: the title of a page comes from its front matter. */
export function remarkNoTitle() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'heading', (node) => {
      if (node.depth !== 1) return;
      node.depth = 2;
      report(file, node, {
        rule: 'heading/title-in-text',
        severity: 'warning',
        what: 'Heading of level 1 in a text: headings start at level 2',
        why: 'The `title` in the front matter is the page’s only level-1 heading; a second one confuses readers and screen readers.',
        fix: 'Write `##`, or remove the heading if it repeats the title.',
      });
    });
  };
}

/** Sets the ids of the headings. `ids` are in the order of the text. */
export function remarkHeadingIds(options: { ids: readonly string[] }) {
  return (tree: Root): void => {
    let index = 0;
    visit(tree, 'heading', (node) => {
      const id = options.ids[index];
      index += 1;
      if (id !== undefined) node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
    });
  };
}

/**
 * Sets a unique id on each heading of raw HTML.
 *
 * Astro would add one later without regard to the ids in use, and an empty one to a heading without words.
 *
 * @param options.anchors the ids in use
 */
export function rehypeRawHeadingIds(options: { anchors: readonly string[] }) {
  return (tree: HastRoot): void => {
    const slugger = new GithubSlugger();
    for (const anchor of options.anchors) slugger.slug(anchor);
    visit(tree, 'element', (node: Element) => {
      if (!isHeading(node) || typeof node.properties.id === 'string') return;
      node.properties.id = slugger.slug(slug(toString(node).trim()) || 'section');
    });
  };
}

/**
 * Adds a link to each heading that has an id, next to the heading: inside, it would lengthen the heading's accessible name.
 *
 * @example
 * <div class="heading"><h2 id="causes">Causes</h2><a class="permalink" href="#causes" aria-label="Link to “Causes”">#</a></div>
 */
export function rehypePermalinks(options: { label: (heading: string) => string }) {
  return (tree: HastRoot): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      const { id } = node.properties;
      if (!isHeading(node) || typeof id !== 'string' || id === footnotesAnchor) return;
      if (parent === undefined || index === undefined) return;
      const label = options.label(textOf(node).replace(/\s+/g, ' ').trim());
      const link = h('a.permalink', { href: `#${encodeURIComponent(id)}`, ariaLabel: label }, '#');
      parent.children[index] = h('div.heading', node, link);
      return SKIP;
    });
  };
}

function isHeading({ tagName }: Element): boolean {
  return /^h[2-6]$/.test(tagName);
}

/** Returns the text of a heading as a screen reader reads it: images and formulas by their alternative text, without footnote numbers. */
function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || isFootnoteReference(node)) return '';
  const alt = node.properties.alt ?? node.properties.alttext;
  return typeof alt === 'string' ? alt : node.children.map(textOf).join('');
}

function isFootnoteReference({ properties: { id } }: Element): boolean {
  return typeof id === 'string' && id.startsWith('fnref-');
}
