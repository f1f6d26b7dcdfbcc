import type { Element, Properties, Root as HastRoot } from 'hast';
import type { Definition, ImageReference, Link, LinkReference, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from '../tree/index.ts';

declare module 'mdast' {
  interface LinkData {
    /** For a link written as a reference: the definition that contains its address. */
    definition?: Definition;
  }
  interface ImageData {
    /** For an image written as a reference: the definition that contains its address. */
    definition?: Definition;
  }
}

/** Replaces `[text][label]` and `![alt][label]` with links and images, so that other code has one kind of node to handle. */
export function resolveReferences(tree: Root): void {
  const definitions = findDefinitions(tree);
  visit(tree, (node, index, parent) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
    const definition = definitions.get(node.identifier);
    if (definition === undefined || parent === undefined || index === undefined) return;
    parent.children[index] = resolve(node, definition);
    // Visits the new node, as a link may contain an image reference.
    return index;
  });
}

/** Returns the definitions by label. If several have the same label, the first one counts (https://spec.commonmark.org/0.31.2/#matches). */
function findDefinitions(tree: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (definition) => {
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
  });
  return definitions;
}

function resolve(node: LinkReference | ImageReference, definition: Definition) {
  const { url, title = null } = definition;
  const { position } = node;
  const common = { url, title, data: { definition }, ...(position === undefined ? {} : { position }) };
  return node.type === 'imageReference'
    ? { type: 'image' as const, alt: node.alt ?? null, ...common }
    : { type: 'link' as const, children: node.children, ...common };
}

/** The target of a link on the site. */
export interface LinkTarget {
  href: string;
  /** The target's language, if it is not the text's. */
  hreflang?: string | undefined;
  /** The words of a link by name without words of its own. */
  title?: string | undefined;
  /** Extension (`.pcap`) and formatted size of a file to download. */
  download?: { ending: string; size: string } | undefined;
}

/** Maps link addresses, as written, to their targets. Links that are not in the map stay as they are. */
export type LinkTargets = Readonly<Record<string, LinkTarget>>;

/** Replaces links to files (`../silent-voicemail/ko.md#the-hunt`) with links to their pages, and marks downloads. */
export function remarkLinks({ targets }: { targets: LinkTargets }) {
  return (tree: Root): void => {
    visit(tree, 'link', (node) => {
      const target = Object.hasOwn(targets, node.url) ? targets[node.url] : undefined;
      if (target === undefined) return;
      node.url = target.href;
      if (target.hreflang !== undefined) setProperties(node, { hrefLang: target.hreflang });
      if (target.download !== undefined) markDownload(node, target.download);
    });
  };
}

/** Adds `download` to a link, and the size to its text, with the file type unless the text ends with the extension. */
function markDownload(node: Link, { ending, size }: NonNullable<LinkTarget['download']>): void {
  const isNamed = toString(node).toLowerCase().endsWith(ending.toLowerCase());
  const type = isNamed ? '' : `${ending.slice(1).toUpperCase()}, `;
  setProperties(node, { download: true });
  node.children.push({ type: 'text', value: ` (${type}${size})` });
}

function setProperties(node: Link, properties: Properties): void {
  node.data = { ...node.data, hProperties: { ...node.data?.hProperties, ...properties } };
}

/**
 * Decodes percent-encoded letters and digits in links to the web: Hangul takes a third of the space, and browsers encode it
 * again (https://url.spec.whatwg.org/#concept-url-parser). Leaves other characters and invalid UTF-8 encoded.
 *
 * @example
 * https://example.org/%EA%B8%80?a=%26  →  https://example.org/글?a=%26
 */
export function rehypeReadableAddresses() {
  return (tree: HastRoot): void => {
    visit(tree, 'element', ({ properties }: Element) => {
      const { href } = properties;
      if (typeof href === 'string' && href.startsWith('http')) properties.href = decodeLetters(href);
    });
  };
}

function decodeLetters(address: string): string {
  return address.replaceAll(/(?:%[89A-F][\dA-F])+/gi, (encoded) => {
    try {
      const text = decodeURIComponent(encoded);
      return /^[\p{L}\p{N}]+$/u.test(text) ? text : encoded;
    } catch {
      return encoded;
    }
  });
}

/** Returns an id as a URL fragment, percent-encoded except for `:`, `=`, `&` and `,`, which separate the parts of a figure's state. */
export function toFragment(id: string): string {
  return `#${encodeURIComponent(id).replaceAll(/%(?:3A|3D|26|2C)/g, decodeURIComponent)}`;
}
