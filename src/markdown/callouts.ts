import type { Paragraph, PhrasingContent, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { visit } from '../tree/index.ts';

/** The kinds of callout, as a text writes them: `:::note` or `> [!NOTE]`. */
export const calloutKinds = ['note', 'tip', 'important', 'caution', 'warning', 'danger'] as const;
export type CalloutKind = (typeof calloutKinds)[number];

/** Returns whether a name, in lower case, is a kind of callout. */
export function isCalloutKind(name: string): name is CalloutKind {
  return (calloutKinds as readonly string[]).includes(name);
}

/** Maps names of callouts in other programs (Obsidian, MkDocs, Docusaurus) to the kind with the same meaning. */
const otherNames = new Map<string, CalloutKind>([
  ['abstract', 'note'],
  ['info', 'note'],
  ['question', 'note'],
  ['seealso', 'note'],
  ['summary', 'note'],
  ['todo', 'note'],
  ['hint', 'tip'],
  ['success', 'tip'],
  ['attention', 'caution'],
  ['bug', 'danger'],
  ['error', 'danger'],
  ['failure', 'danger'],
]);

/** Returns the kind of callout for its name in this or another program, in upper or lower case, or `undefined`. */
export function toCalloutKind(name: string): CalloutKind | undefined {
  const lower = name.toLowerCase();
  return isCalloutKind(lower) ? lower : otherNames.get(lower);
}

/**
 * Turns `:::note` containers, and those of the other kinds, into callouts. A callout without a title gets the name of its kind.
 *
 * @example
 * :::caution[꼬리 지연]        →  <aside class="callout callout--caution"><p class="callout-title">꼬리 지연</p>…</aside>
 * 평균만 보면 p99가 숨는다.
 * :::
 */
export function remarkCallouts(options: { titles: Readonly<Record<CalloutKind, string>> }) {
  return (tree: Root): void => {
    visit(tree, 'containerDirective', (node) => {
      if (!isCalloutKind(node.name)) return;
      node.data = {
        ...node.data,
        hName: 'aside',
        hProperties: { className: ['callout', `callout--${node.name}`] },
      };
      const label = takeLabel(node);
      node.children.unshift({
        type: 'paragraph',
        data: { hProperties: { ...label?.data?.hProperties, className: ['callout-title'] } },
        children: titleOf(options.titles[node.name], label),
      });
    });
  };
}

/** Returns the title of a callout. Before an author's title, a visually hidden label names the kind, for readers who can't see its color. */
function titleOf(kind: string, label: Paragraph | undefined): PhrasingContent[] {
  if (label === undefined) return [{ type: 'text', value: kind }];
  const hidden: PhrasingContent = {
    type: 'emphasis',
    data: { hName: 'span', hProperties: { className: ['visually-hidden'] } },
    children: [{ type: 'text', value: `${kind}: ` }],
  };
  return [hidden, ...label.children];
}

/** Removes the label (`:::note[label]`) from a container and returns it, unless it is empty. */
function takeLabel(node: ContainerDirective): Paragraph | undefined {
  const [first] = node.children;
  if (first?.type !== 'paragraph' || first.data?.directiveLabel !== true) return undefined;
  node.children.shift();
  return first.children.length === 0 ? undefined : first;
}
