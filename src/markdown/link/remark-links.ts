import type { Properties } from 'hast';
import type { Link, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** Where a link of a text leads on the site. */
export interface LinkTarget {
  href: string;
  /** The language there, where it is not the text's own. */
  hreflang?: string | undefined;
  /** The kind of the file there by its ending (`.pcap`) and its size in words, where it is one to download. */
  download?: { ending: string; size: string } | undefined;
}

/** Links as authors write them, to files, and where each leads. What isn't in here is left as written. */
export type LinkTargets = Readonly<Record<string, LinkTarget>>;

/** Lead links between files (`../silent-voicemail/ko.md#the-hunt`) to the pages made of them, and those to files for download to these. */
export function remarkLinks({ targets }: { targets: LinkTargets }) {
  return (tree: Root): void => {
    visit(tree, 'link', (node) => {
      const target = Object.hasOwn(targets, node.url) ? targets[node.url] : undefined;
      if (target === undefined) return;
      node.url = target.href;
      if (target.hreflang !== undefined) setProperties(node, { hrefLang: target.hreflang });
      if (target.download !== undefined) offer(node, target.download);
    });
  };
}

/** Make a link one that downloads, and say in it what readers are in for: the kind, unless its words end with that, and the size. */
function offer(node: Link, { ending, size }: NonNullable<LinkTarget['download']>): void {
  const isNamed = toString(node).toLowerCase().endsWith(ending.toLowerCase());
  const kind = isNamed ? '' : `${ending.slice(1).toUpperCase()}, `;
  setProperties(node, { download: true });
  node.children.push({ type: 'text', value: ` (${kind}${size})` });
}

function setProperties(node: Link, properties: Properties): void {
  node.data = { ...node.data, hProperties: { ...node.data?.hProperties, ...properties } };
}
