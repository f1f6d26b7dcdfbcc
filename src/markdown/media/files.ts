import type { Root } from 'mdast';
import { visit } from '../../tree/index.ts';

/** Endings of files that browsers play, by the element that plays them (https://developer.mozilla.org/docs/Web/Media/Guides/Formats). */
const endings = {
  video: ['mp4', 'webm'],
  audio: ['mp3', 'm4a', 'ogg', 'opus', 'wav', 'flac'],
} as const;

/** Returns the element that plays a file at an address, or `undefined` if browsers play no such file. */
export function playerFor(url: string): keyof typeof endings | undefined {
  const ending = /\.([a-z0-9]+)(?:[?#].*)?$/i.exec(url)?.[1]?.toLowerCase() ?? '';
  if (endings.video.some((each) => each === ending)) return 'video';
  return endings.audio.some((each) => each === ending) ? 'audio' : undefined;
}

/**
 * Turns images that are videos or sound (`![A kettle boils](kettle.mp4)`) into links to these files, which are published as downloads.
 * Without words, the name of the file is the text of the link.
 */
export function resolveMediaFiles(tree: Root): void {
  visit(tree, 'image', (node, index, parent) => {
    if (parent === undefined || index === undefined || playerFor(node.url) === undefined) return;
    const { url, alt, title, position, data } = node;
    const words = alt == null || alt.trim() === '' ? nameOf(url) : alt;
    const place = position === undefined ? {} : { position };
    parent.children[index] = {
      type: 'link',
      url,
      title: title ?? null,
      children: [{ type: 'text', value: words, ...place }],
      ...(data === undefined ? {} : { data }),
      ...place,
    };
  });
}

function nameOf(url: string): string {
  const name =
    url
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? url;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
