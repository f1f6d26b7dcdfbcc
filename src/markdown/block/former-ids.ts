import type { Paragraph, Root } from 'mdast';
import { visit } from '../../tree/index.ts';
import type { Place } from '../../diagnostics/index.ts';
import { isBlockContainer, isComment, parseComment, splitComments, type Comment } from './comments.ts';

/** An id that a heading, table, figure or footnote had before it was removed, with the place of the comment that keeps it. */
export interface FormerId extends Place {
  id: string;
}

/** Returns the ids in the `anchor:` comments of a text. `<!-- anchor: table-3 the-old-heading -->` has two. */
export function listFormerIds(comments: readonly Comment[]): FormerId[] {
  return comments
    .filter(({ key, isBeforeBlock }) => key === 'anchor' && isBeforeBlock)
    .flatMap(({ value, line, column }) => splitIds(value).map((id) => ({ id, line, column })));
}

function splitIds(value: string): string[] {
  return value.split(/\s+/).filter((id) => id !== '');
}

/**
 * Replaces `anchor:` comments by an empty element for each of their ids, so that old links lead to the block after it.
 *
 * @example
 * <!-- anchor: table-3 -->  →  <span id="table-3"></span>
 */
export function remarkFormerIds(options: { ids: readonly string[] }) {
  const known = new Set(options.ids);
  return (tree: Root): void => {
    visit(tree, 'html', (node, index, parent) => {
      if (index === undefined || parent === undefined || !isBlockContainer(parent) || !isComment(node))
        return;
      const ids = splitComments(node.value)
        .map(parseComment)
        .flatMap((comment) => (comment?.key === 'anchor' ? splitIds(comment.value) : []));
      const elements = ids.filter((id) => known.delete(id)).map(toElement);
      if (elements.length > 0) parent.children.splice(index, 1, ...elements);
    });
  };
}

function toElement(id: string): Paragraph {
  return { type: 'paragraph', children: [], data: { hName: 'span', hProperties: { id } } };
}
