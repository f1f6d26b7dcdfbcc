import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { visit } from '../../tree/index.ts';
import { addNeed } from '../need.ts';
import { playerFor } from './files.ts';
import { videoHost } from './hosts.ts';

/** Words of the interface for media. */
export interface MediaWords {
  /** Label of a link to a video on another site: `YouTube 동영상`. */
  videoOn: (host: string) => string;
}

/**
 * Shows media that stand alone in their paragraph: a video or sound beside the text gets a player, and the bare address of a video on
 * another site becomes a card with a label. The page loads nothing from the other site. Must run after the HTML of authors was sanitized:
 * it recognizes its own links by what only they can have.
 */
export function rehypeMedia({ words }: { words: MediaWords }) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node: Element) => {
      const link = onlyLink(node);
      if (link === undefined) return;
      const href = String(link.properties.href);
      const player = isDownload(link) ? playerFor(href) : undefined;
      const host = toString(link) === href ? videoHost(href) : undefined;
      if (player !== undefined) showPlayer(node, link, player);
      else if (host !== undefined) showCard(node, link, words.videoOn(host));
      else return;
      addNeed(file, 'media');
    });
  };
}

/** Returns the link that a paragraph consists of, or `undefined`. */
function onlyLink({ tagName, children }: Element): Element | undefined {
  if (tagName !== 'p') return undefined;
  const [link, ...others] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return link?.type === 'element' && link.tagName === 'a' && others.length === 0 ? link : undefined;
}

/** Returns whether a link leads to a file that the site publishes for download. */
function isDownload({ properties: { download, href } }: Element): boolean {
  return download !== undefined && /^\/(?:[^/].*\/)?downloads\//.test(String(href));
}

function showPlayer(node: Element, link: Element, player: 'video' | 'audio'): void {
  const { href } = link.properties;
  node.tagName = 'figure';
  node.properties = { ...node.properties, className: ['media'] };
  node.children = [
    h(player, { controls: true, preload: 'metadata', src: String(href), ariaLabel: toString(link) }),
    h('figcaption', [link]),
  ];
}

function showCard(node: Element, link: Element, label: string): void {
  const address = toString(link).replace(/^https?:\/\/(?:www\.)?/, '');
  node.properties = { ...node.properties, className: ['video-link'] };
  link.children = [h('span', label), h('span', { className: ['address'] }, address)];
}
