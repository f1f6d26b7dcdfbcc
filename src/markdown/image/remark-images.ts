import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Pictures of a text: the address as written → where the picture is, relative to the text as the disk spells it or from the root of the site. */
export type ImageFiles = Readonly<Record<string, string>>;

/**
 * Lead pictures to their files as the disk spells them: macOS writes Hangul names in another Unicode form than authors type.
 *
 * Where there is no file the address is taken away: the check tells of it, and nothing after this may stumble over it.
 */
export function remarkImages(options: { files: ImageFiles }) {
  return (tree: Root): void => {
    visit(tree, 'image', (node, index, parent) => {
      const file = Object.hasOwn(options.files, node.url) ? options.files[node.url] : undefined;
      if (file !== undefined) node.url = imageAddress(file);
      // What can't be shown is told by the check; in development its words stand in for it.
      else if (parent !== undefined && index !== undefined) {
        parent.children[index] = { type: 'text', value: node.alt ?? '' };
      }
    });
  };
}

/** The address that a picture has in the tree. */
export function imageAddress(file: string): string {
  return encodeURI(file.startsWith('/') ? file : `./${file}`);
}
