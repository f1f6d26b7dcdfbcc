import type { Element, Root as HastRoot } from 'hast';
import type { Image, Paragraph, Root } from 'mdast';
import { SKIP, visit } from '../tree/index.ts';

/** An image as pages show it. Addresses are percent-encoded. */
export interface PublishedImage {
  src: string;
  /** Size in CSS pixels, as far as known. */
  size?: { width: number; height: number };
  /** Files of the same picture in other widths, `src` included, for browsers to choose from; empty if there is only one. */
  candidates: readonly { src: string; width: number }[];
}

/** Maps the addresses of a text's images, as written, to the published images. */
export type Images = Readonly<Record<string, PublishedImage>>;

/**
 * Resolves images to their published addresses. An image without a file becomes its alternative text. The check reports it.
 */
export function remarkImages(options: { images: Images }) {
  return (tree: Root): void => {
    visit(tree, 'image', (node, index, parent) => {
      const image = Object.hasOwn(options.images, node.url) ? options.images[node.url] : undefined;
      if (image !== undefined) node.url = image.src;
      else if (parent !== undefined && index !== undefined) {
        parent.children[index] = { type: 'text', value: node.alt ?? '' };
      }
    });
  };
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
 * Adds what browsers need to choose a file and to reserve its space, and removes images whose address did not pass the sanitizer:
 * only the addresses of Markdown images do.
 */
export function rehypeKnownImages(options: { images: Images }) {
  const bySource = new Map(Object.values(options.images).map((image) => [image.src, image]));
  return (tree: HastRoot): void => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName !== 'img' || parent === undefined || index === undefined) return;
      const { src } = node.properties;
      const image = typeof src === 'string' ? bySource.get(src) : undefined;
      if (image === undefined) {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      Object.assign(node.properties, toProperties(image));
      return SKIP;
    });
  };
}

function toProperties({ size, candidates }: PublishedImage): Element['properties'] {
  // Without its space reserved, an image that loads late would move the text.
  const loading = size === undefined ? {} : { ...size, loading: 'lazy', decoding: 'async' };
  if (candidates.length === 0) return loading;
  const srcSet = candidates.map(({ src, width }) => `${src} ${String(width)}w`).join(', ');
  return { ...loading, srcSet, sizes };
}
