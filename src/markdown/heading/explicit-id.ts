import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';

declare module 'mdast' {
  interface HeadingData {
    /** The id an author wrote as `{#id}` at the end of the heading. */
    explicitId?: string;
  }
}

const atEnd = /(?<![ \t])[ \t]*\{#([^\s{}#:]+)\}[ \t]*$/;

/** Take `{#id}` off the end of each heading and keep it as `data.explicitId`. */
export function takeExplicitIds(tree: Root): void {
  visit(tree, 'heading', (node: Heading) => {
    const last = node.children.at(-1);
    if (last?.type !== 'text') return;
    const id = atEnd.exec(last.value)?.[1];
    if (id === undefined) return;
    node.data = { ...node.data, explicitId: id };
    last.value = last.value.replace(atEnd, '');
    if (last.value === '') node.children.pop();
  });
}
