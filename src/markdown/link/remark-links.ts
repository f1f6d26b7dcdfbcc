import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Where a link of a text leads on the site. */
export interface LinkTarget {
  href: string;
  /** The language there, where it is not the text's own. */
  hreflang?: string | undefined;
}

/** Links as authors write them, to files, and where each leads. What isn't in here is left as written. */
export type LinkTargets = Readonly<Record<string, LinkTarget>>;

/** Lead links between files (`../silent-voicemail/ko.md#the-hunt`) to the pages made of them. */
export function remarkLinks(options: { targets: LinkTargets }) {
  return (tree: Root): void => {
    visit(tree, 'link', (node) => {
      const target = Object.hasOwn(options.targets, node.url) ? options.targets[node.url] : undefined;
      if (target === undefined) return;
      node.url = target.href;
      if (target.hreflang === undefined) return;
      node.data = { ...node.data, hProperties: { ...node.data?.hProperties, hrefLang: target.hreflang } };
    });
  };
}
