import type { Element, Root as HastRoot } from 'hast';
import type { Image, Paragraph, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** Maps the addresses of a text's images, as written, to files: relative to the text as spelled on disk, or from the root of the site. */
export type ImageFiles = Readonly<Record<string, string>>;

/**
 * Resolves images to their files as spelled on disk: macOS stores Hangul names in NFD, while authors type NFC.
 *
 * An image without a file becomes its alternative text. The check reports it.
 */
export function remarkImages(options: { files: ImageFiles }) {
  return (tree: Root): void => {
    visit(tree, 'image', (node, index, parent) => {
      const file = Object.hasOwn(options.files, node.url) ? options.files[node.url] : undefined;
      if (file !== undefined) node.url = imageAddress(file);
      else if (parent !== undefined && index !== undefined) {
        parent.children[index] = { type: 'text', value: node.alt ?? '' };
      }
    });
  };
}

/** Returns the address an image has in the tree, for a file of `ImageFiles`. */
export function imageAddress(file: string): string {
  return encodeURI(file.startsWith('/') ? file : `./${file}`);
}

/**
 * Turns a paragraph that consists of one image with a title into a figure, with the title as its caption.
 *
 * @example
 * ![두 막대](./bars.png "평균과 최근 값")  →  <figure class="image"><img …><figcaption>평균과 최근 값</figcaption></figure>
 */
export function remarkCaptions() {
  return (tree: Root): void => {
    visit(tree, 'paragraph', (node) => {
      const image = captionedImage(node);
      if (image?.title == null) return;
      node.data = {
        ...node.data,
        hName: 'figure',
        hProperties: { ...node.data?.hProperties, className: ['image'] },
      };
      node.children.push({
        type: 'emphasis',
        data: { hName: 'figcaption' },
        children: [{ type: 'text', value: image.title }],
      });
      image.title = null;
    });
  };
}

/** Returns the image with a title that a paragraph consists of, or `undefined`. */
export function captionedImage({ children }: Paragraph): Image | undefined {
  const [first, ...others] = children;
  if (first?.type !== 'image' || others.length > 0) return undefined;
  return first.title == null || first.title === '' ? undefined : first;
}

/** The width of an image: that of the text (`--measure` of `styles/tokens.css` at its largest), or of a narrow screen without its margins. */
const sizes = '(min-width: 43rem) 40.5rem, calc(100vw - 2.5rem)';

/**
 * Sets `sizes`, so that browsers load no image larger than shown, and removes images whose address did not pass the
 * sanitizer: only the addresses of Markdown images do.
 */
export function rehypeKnownImages() {
  return (tree: HastRoot): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName !== 'img' || parent === undefined || index === undefined) return;
      if (node.properties.src === undefined) {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      node.properties.sizes = sizes;
      return SKIP;
    });
  };
}
