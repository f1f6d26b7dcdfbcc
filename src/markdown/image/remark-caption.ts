import type { Image, Paragraph, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Make a paragraph that is one image with a title into a figure whose caption is that title.
 *
 * @example
 * ![두 막대](./bars.png "평균과 최근 값")  →  <figure class="image"><img …><figcaption>평균과 최근 값</figcaption></figure>
 */
export function remarkCaption() {
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

/** The image that a paragraph consists of, if it has a caption. */
export function captionedImage({ children }: Paragraph): Image | undefined {
  const [first, ...others] = children;
  if (first?.type !== 'image' || others.length > 0) return undefined;
  return first.title == null || first.title === '' ? undefined : first;
}
