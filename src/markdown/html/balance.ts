import { effectOf, isVoid } from './elements.ts';
import { matchTags, type Imbalance, type Opened } from './match-tags.ts';
import type { HtmlToken, Tag } from './token.ts';

/** The output for a token: its source as HTML or as text, or nothing, between closing tags. */
export interface Output {
  as: 'html' | 'text' | 'nothing';
  before: string;
  after: string;
}

/** The raw HTML of a container with every element closed. */
export interface Balanced {
  outputs: ReadonlyMap<HtmlToken, Output>;
  /** The closing tags to write at the end of each unit. */
  ends: readonly string[];
  /** The elements that the page leaves out with their content: start tag and end tag. */
  stripped: ReadonlyMap<HtmlToken, HtmlToken>;
  /** The tokens of those elements. */
  inside: ReadonlySet<HtmlToken>;
  imbalances: readonly Imbalance[];
}

/**
 * Closes every element of a container, so that none extends past its end in Markdown. One that is never closed ends with its
 * unit: in a paragraph, the paragraph; between blocks, the piece of raw HTML that it begins in.
 *
 * @param units tokens of the pieces of raw HTML in the container, in order
 */
export function balance(units: readonly (readonly HtmlToken[])[], isInline: boolean): Balanced {
  const { byStart, byEnd, imbalances } = matchTags(units, isInline);
  const textTags = new Set(imbalances.flatMap(({ tag, kind }) => (kind === 'text' ? [tag] : [])));
  const outputs = new Map<HtmlToken, Output>();
  const stripped = new Map<HtmlToken, HtmlToken>();
  const inside = new Set<HtmlToken>();
  const open: Opened[] = [];
  const isOpen = new Set<Opened>();
  /** Closes elements up to one of them, if it is open. */
  const closeTo = (last: Opened | undefined): string => {
    let tags = '';
    while (last !== undefined && isOpen.has(last)) {
      const opened = open.pop();
      if (opened === undefined) break;
      isOpen.delete(opened);
      if (opened.effect === 'allowed') tags += `</${opened.name}>`;
    }
    return tags;
  };
  const outputOf = (token: HtmlToken): Output => {
    switch (token.type) {
      case 'open': {
        const opened = byStart.get(token);
        const shown = textTags.has(token) ? text : outputOfStart(token, opened);
        const output = { ...shown, before: closeTo(opened?.ends) };
        if (opened !== undefined && output.as !== 'text') {
          open.push(opened);
          isOpen.add(opened);
        }
        return output;
      }
      case 'close':
        return effectOf(token) === 'unknown' ? text : { ...nothing, before: closeTo(byEnd.get(token)) };
      case 'text':
        return html;
      case 'comment':
        return nothing;
      default:
        return text;
    }
  };
  const ends = units.map((tokens, unit) => {
    let start: HtmlToken | undefined;
    let strippedElement: Opened | undefined;
    for (const token of tokens) {
      const opened = token.type === 'open' ? byStart.get(token) : undefined;
      if (strippedElement === undefined && isStripped(opened)) {
        strippedElement = opened;
        start = token;
      }
      if (strippedElement === undefined) outputs.set(token, outputOf(token));
      else {
        inside.add(token);
        outputs.set(token, nothing);
      }
      if (start !== undefined && token.type === 'close' && byEnd.get(token) === strippedElement) {
        stripped.set(start, token);
        strippedElement = undefined;
        start = undefined;
      }
    }
    const first = open.findLastIndex((opened) => opened.unit !== unit) + 1;
    return closeTo(open.slice(first).find(({ end }) => end === 'none' || end === 'early'));
  });
  return { outputs, ends, stripped, inside, imbalances: imbalances.filter(({ tag }) => !inside.has(tag)) };
}

const html: Output = { as: 'html', before: '', after: '' };
const text: Output = { as: 'text', before: '', after: '' };
const nothing: Output = { as: 'nothing', before: '', after: '' };

/** Returns whether an element is left out with its content: it must end in the unit that it begins in, so as not to take other blocks with it. */
function isStripped(opened: Opened | undefined): boolean {
  return opened?.effect === 'stripped' && opened.end === 'tag' && opened.endUnit === opened.unit;
}

function outputOfStart(tag: Tag, opened: Opened | undefined): Output {
  if ((opened?.effect ?? effectOf(tag)) !== 'allowed') return nothing;
  const isEmpty = tag.isSelfClosing && !isVoid(tag.name);
  return isEmpty ? { ...html, after: `</${tag.name}>` } : html;
}
