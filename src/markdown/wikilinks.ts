import type { Link, Root, Text } from 'mdast';
import { codes } from 'micromark-util-symbol';
import type { Code, Effects, State, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';
import { parseWikilink, type Wikilink } from '../model/index.ts';
import { visit } from '../tree/index.ts';
import type { LinkTargets } from './links.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** A link by name, with its brackets. */
    wikilink: 'wikilink';
  }
}

declare module 'mdast' {
  interface LinkData {
    /** For a link by name: its parts. Its `url` is the link as written, brackets included. */
    wikilink?: Wikilink;
  }
}

/**
 * Parses `[[name]]`, `[[name#id]]` and `[[name|words]]` into links whose address is the whole link as written. Their words are those
 * after the `|`, or else the name.
 *
 * What CommonMark reads otherwise stays as it is: `[[words]](address)`, and `[[label]]` with a definition of the label.
 */
export function remarkWikilinkSyntax(this: Processor): void {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = this.data();
  micromarkExtensions.push({
    text: { [codes.leftSquareBracket]: { name: 'wikilink', tokenize } },
  });
  fromMarkdownExtensions.push({
    enter: {
      wikilink(token) {
        this.enter({ type: 'link', url: '', children: [] }, token);
      },
    },
    exit: {
      wikilink(token) {
        const node = this.stack.at(-1);
        const written = this.sliceSerialize(token);
        const wikilink = parseWikilink(written);
        if (node?.type === 'link' && wikilink !== undefined) {
          node.url = written;
          node.data = { wikilink };
          node.children = [wordsOf(written, wikilink, token.start)];
        }
        this.exit(token);
      },
    },
  });
}

/** Returns the words of a link with their place in the text. */
function wordsOf(
  written: string,
  { name, words }: Wikilink,
  { line, column, offset }: { line: number; column: number; offset: number },
): Text {
  const value = words ?? name;
  const index = words === undefined ? 2 : written.lastIndexOf(words);
  const at = (shift: number) => ({ line, column: column + shift, offset: offset + shift });
  return { type: 'text', value, position: { start: at(index), end: at(index + value.length) } };
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let written = '';
  const consume = (code: Code, next: State): State => {
    effects.consume(code);
    written += String.fromCharCode(code ?? 0);
    return next;
  };
  const start: State = (code) => {
    effects.enter('wikilink');
    return consume(code, second);
  };
  const second: State = (code) => (code === codes.leftSquareBracket ? consume(code, inside) : nok(code));
  const inside: State = (code) => {
    // Line endings and tabs have negative codes.
    if (code === codes.eof || code < 0 || code === codes.leftSquareBracket) return nok(code);
    return consume(code, code === codes.rightSquareBracket ? closing : inside);
  };
  const closing: State = (code) =>
    code === codes.rightSquareBracket && isWikilink(`${written}]`, this) ? consume(code, after) : nok(code);
  const after: State = (code) => {
    if (code === codes.leftParenthesis) return nok(code);
    effects.exit('wikilink');
    return ok(code);
  };
  return start;
}

function isWikilink(written: string, { parser }: TokenizeContext): boolean {
  const label = written.slice(2, -2).trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
  // Markdown editors put a table of contents in its place.
  return parseWikilink(written) !== undefined && !/^_?TOC_?$/.test(label) && !parser.defined.includes(label);
}

/** Replaces links by name within other links by text as typed: HTML has no links within links. */
export function unnestWikilinks(tree: Root): void {
  visit(tree, 'link', (outer) => {
    if (outer.data?.wikilink !== undefined) return;
    visit(outer, 'link', (inner, index, parent) => {
      if (inner.data?.wikilink !== undefined && parent !== undefined && index !== undefined)
        parent.children[index] = asTyped(inner);
    });
  });
}

/** Gives links by name the words that readers see: by default, the title of the target. A name that nothing has becomes text as typed. */
export function remarkWikilinks({ targets }: { targets: LinkTargets }) {
  return (tree: Root): void => {
    visit(tree, 'link', (node, index, parent) => {
      const wikilink = node.data?.wikilink;
      if (wikilink === undefined || parent === undefined || index === undefined) return;
      const target = Object.hasOwn(targets, node.url) ? targets[node.url] : undefined;
      if (target === undefined) parent.children[index] = asTyped(node);
      else if (wikilink.words === undefined)
        node.children = [
          {
            type: 'text',
            value: target.title ?? wikilink.name,
            ...(node.position && { position: node.position }),
          },
        ];
    });
  };
}

function asTyped({ url, position }: Link): Text {
  return { type: 'text', value: url, ...(position && { position }) };
}

/** Returns whether double brackets around a name are a list of numbers or an attribute of C++ (`[[nodiscard]]`) rather than a link. */
export function isProgramText(name: string): boolean {
  return /^(?:[\d.,\s-]+|nodiscard|noreturn|fallthrough|deprecated|maybe_unused|likely|unlikely|assume)$/.test(
    name,
  );
}
