import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Picture files beside a text: the address as written → the file's path as the disk spells it. */
export type ImageFiles = Readonly<Record<string, string>>;

/** Lead pictures to their files as the disk spells them: macOS writes Hangul names in another Unicode form than authors type. */
export function remarkImages(options: { files: ImageFiles }) {
  return (tree: Root): void => {
    visit(tree, 'image', (node) => {
      const file = Object.hasOwn(options.files, node.url) ? options.files[node.url] : undefined;
      if (file !== undefined) node.url = `./${encodeURI(file)}`;
    });
  };
}
