import type { Code, Definition, FootnoteDefinition, Html, Nodes, Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from '../../tree/index.ts';
import { hasCode } from '../html/elements.ts';
import { pointAt } from '../html/balanced-html.ts';
import { tokenizeHtml } from '../html/tokenize.ts';

/** A part of a text that its author wrote for readers, with the place where it begins. */
export interface Passage {
  text: string;
  start: Point;
}

/**
 * Returns what an author wrote for readers, in the order in which a page shows it: footnotes last. Leaves out comments,
 * addresses, attributes, the labels of footnotes, and scripts and styles.
 */
export function listPassages(tree: Root): Passage[] {
  const links = new Set<Definition>();
  visit(tree, (node) => {
    if ((node.type === 'link' || node.type === 'image') && node.data?.definition !== undefined)
      links.add(node.data.definition);
  });
  const collector = new Collector(links, tree.data?.source ?? '');
  collector.add(tree);
  collector.addFootnotes();
  return collector.passages;
}

class Collector {
  readonly passages: Passage[] = [];
  readonly #footnotes: FootnoteDefinition[] = [];
  /** Labels of the footnotes in the order in which they are referenced. */
  readonly #labels = new Set<string>();
  readonly #usedDefinitions: ReadonlySet<Definition>;
  readonly #source: string;

  constructor(usedDefinitions: ReadonlySet<Definition>, source: string) {
    this.#usedDefinitions = usedDefinitions;
    this.#source = source;
  }

  add(node: Nodes): void {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        this.#addText(node.value, node.position?.start);
        break;
      case 'code':
        this.#addText(node.value, startOfCode(node, this.#source));
        break;
      case 'image':
        this.#addText(node.alt ?? '', node.position?.start);
        break;
      case 'html':
        this.#addHtml(node);
        break;
      case 'definition':
        if (!this.#usedDefinitions.has(node) && isSentence(node)) this.#addSource(node);
        break;
      case 'footnoteReference':
        this.#labels.add(node.identifier);
        break;
      case 'footnoteDefinition':
        this.#footnotes.push(node);
        break;
      default:
        if ('children' in node) for (const child of node.children) this.add(child);
    }
  }

  /** Adds the footnotes in the order of their references, which footnotes may contain too, and then those that nothing refers to. */
  addFootnotes(): void {
    const byLabel = new Map(this.#footnotes.toReversed().map((node) => [node.identifier, node]));
    const added = new Set<FootnoteDefinition>();
    const add = (node: FootnoteDefinition | undefined): void => {
      if (node === undefined || added.has(node)) return;
      added.add(node);
      for (const child of node.children) this.add(child);
    };
    // A set also iterates over what is added to it meanwhile.
    for (const label of this.#labels) add(byLabel.get(label));
    for (const node of this.#footnotes) add(node);
  }

  #addText(text: string, start: Point | undefined): void {
    if (start !== undefined) this.passages.push({ text, start });
  }

  #addHtml(node: Html): void {
    if (node.position === undefined) return;
    let code: string | undefined;
    for (const token of tokenizeHtml(node.value)) {
      if (token.type === 'open' && hasCode(token.name)) code = token.name;
      else if (token.type === 'close' && token.name === code) code = undefined;
      else if (token.type === 'text' && code === undefined)
        this.#addText(token.value, pointAt(node, token.start));
    }
  }

  #addSource({ position }: Definition): void {
    if (position === undefined) return;
    this.#addText(this.#source.slice(position.start.offset, position.end.offset), position.start);
  }
}

/** Returns where the content of a code block begins: after its fence. */
function startOfCode({ position }: Code, source: string): Point | undefined {
  if (position === undefined) return undefined;
  const { start } = position;
  const isFenced = /^(?:`{3}|~{3})/.test(source.slice(start.offset, (start.offset ?? 0) + 3));
  return isFenced ? { line: start.line + 1, column: start.column } : start;
}

/** Returns whether an unused link definition is text that looks like one, as in `[Note]: important`, and no address or comment. */
function isSentence({ url, title }: Definition): boolean {
  return title == null && url !== '' && !/^[a-z][\w+.-]*:|[/#?@]|\.\p{L}/iu.test(url);
}
