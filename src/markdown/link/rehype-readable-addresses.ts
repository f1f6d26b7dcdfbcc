import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Write letters and digits in addresses as themselves, which browsers encode again (https://url.spec.whatwg.org/#concept-url-parser):
 * Hangul is a third as long so, and compresses. What else is encoded stays so, as does what is no UTF-8.
 *
 * @example
 * https://example.org/%EA%B8%80?a=%26  →  https://example.org/글?a=%26
 */
export function rehypeReadableAddresses() {
  return (tree: Root): void => {
    visit(tree, 'element', ({ properties }: Element) => {
      const { href } = properties;
      if (typeof href === 'string' && href.startsWith('http')) properties.href = readable(href);
    });
  };
}

function readable(address: string): string {
  return address.replaceAll(/(?:%[89A-F][\dA-F])+/gi, (encoded) => {
    try {
      const text = decodeURIComponent(encoded);
      return /^[\p{L}\p{N}]+$/u.test(text) ? text : encoded;
    } catch {
      return encoded;
    }
  });
}
