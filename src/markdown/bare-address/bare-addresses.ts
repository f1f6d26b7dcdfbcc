import type { Link, Nodes, Root } from 'mdast';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import type {
  Code,
  Construct,
  ConstructRecord,
  Event,
  Previous,
  State,
  Token,
  TokenizeContext,
  Tokenizer,
} from 'micromark-util-types';
import type { Processor } from 'unified';
import { contains, SKIP, visit } from '../../tree/index.ts';
import { findBareAddress } from './find-address.ts';

/** The constructs of bare addresses in GFM by name, and the tokens they produce. */
const tokens = { protocolAutolink: 'literalAutolinkHttp', wwwAutolink: 'literalAutolinkWww' } as const;

/**
 * Ends bare addresses (`https://example.com`, `www.example.com`) where a sentence goes on directly after them in Hangul, kana or
 * Han. GFM would link all of `https://example.com/docs를`, and take the `**` in `**https://example.com/docs**를` as part of the address.
 *
 * Must follow `remarkGfm`, whose constructs it replaces.
 */
export function remarkBareAddresses(this: Processor): void {
  const constructs = Object.entries(gfmAutolinkLiteral().text ?? {}).map(
    ([code, construct = []]) => [code, [construct].flat().flatMap(replace)] as const,
  );
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = this.data();
  for (const { text } of micromarkExtensions) if (text !== undefined) removeConstructs(text);
  micromarkExtensions.push({ text: Object.fromEntries(constructs) });
  for (const extension of fromMarkdownExtensions.flat()) {
    const { transforms } = extension;
    if (transforms != null) extension.transforms = transforms.map(skipOtherText);
  }
}

/**
 * Removes GFM’s constructs of addresses from those of text. It tries the one for e-mail at each letter and digit, a sixth of the time of
 * parsing, but its second step finds e-mail addresses too. The one for e-mail stays where `www.` can begin: `www.someone@example.com`.
 */
function removeConstructs(text: ConstructRecord): void {
  for (const [code, constructs = []] of Object.entries(text) as [keyof ConstructRecord, Construct[]][]) {
    const all = [constructs].flat();
    const mayBeWww = all.some(({ name }) => name === 'wwwAutolink');
    const others = all.filter(
      ({ name = '' }) => !(name in tokens || (name === 'emailAutolink' && !mayBeWww)),
    );
    if (others.length > 0) text[code] = others;
    // The parser ends a run of plain text at each character that has constructs.
    else Reflect.deleteProperty(text, code);
  }
}

/**
 * Limits the second step of GFM, which searches the text of a whole tree with several patterns, to the blocks that may contain an
 * address. It would take 7 % of the time of parsing.
 */
function skipOtherText(transform: (tree: Root) => unknown): (tree: Root) => void {
  return (tree) => {
    for (const block of tree.children) if (mayHaveAddress(block)) transform({ ...tree, children: [block] });
  };
}

function mayHaveAddress(node: Nodes): boolean {
  return contains(node, (each) => each.type === 'text' && /:\/\/|www\.|@/i.test(each.value));
}

/** Returns a construct for bare addresses that begins where one of GFM does; nothing in place of other constructs. */
function replace({ name = '', previous }: Construct): Construct[] {
  if (!(name in tokens) || previous === undefined) return [];
  const token = tokens[name as keyof typeof tokens];
  // GFM tries e-mail addresses first: `www.someone@example.com`.
  return [{ tokenize: createTokenizer(token, previous), previous, add: 'after' }];
}

function createTokenizer(token: (typeof tokens)[keyof typeof tokens], previous: Previous): Tokenizer {
  return function tokenize(effects, ok, nok) {
    let left = 0;
    const start = (code: Code): State | undefined => {
      if (!previous.call(this, this.previous) || isInsideLabel(this.events)) return nok(code);
      left = findBareAddress(restOfLine(this)).length;
      if (left === 0) return nok(code);
      effects.enter('literalAutolink');
      effects.enter(token);
      return inside(code);
    };
    const inside = (code: Code): State | undefined => {
      if (left > 0) {
        left -= 1;
        effects.consume(code);
        return inside;
      }
      effects.exit(token);
      effects.exit('literalAutolink');
      return ok(code);
    };
    return start;
  };
}

/** Returns the text from the current position to the end of the line or to a tab, neither of which an address contains. */
function restOfLine(context: TokenizeContext): string {
  const start = context.now();
  return context.sliceSerialize({ start, end: { ...start, _bufferIndex: Number.MAX_SAFE_INTEGER } });
}

/** Returns whether a `[` before the current position may still become the text of a link, as the construct of GFM does. */
function isInsideLabel(events: readonly Event[]): boolean {
  const isOpen = ({ type, _balanced }: Token): boolean =>
    (type === 'labelLink' || type === 'labelImage') && _balanced !== true;
  const found = events.findLast(
    ([, token]) => isOpen(token) || token._gfmAutolinkLiteralWalkedInto === true,
  )?.[1];
  if (found !== undefined && isOpen(found)) return true;
  const last = events.at(-1)?.[1];
  // The next address looks only at events after this mark, so that many addresses in a paragraph take linear time.
  if (last !== undefined) last._gfmAutolinkLiteralWalkedInto = true;
  return false;
}

/**
 * Ends the bare addresses that GFM finds in a second step, in the text of a parsed tree: those after an unclosed `[` or after
 * punctuation, such as `「www.example.com」`.
 */
export function endBareAddresses(tree: Root): void {
  visit(tree, 'link', (link: Link, index, parent) => {
    const [text] = link.children;
    if (link.position !== undefined || text?.type !== 'text' || parent === undefined || index === undefined)
      return;
    const address = findBareAddress(text.value);
    const rest = text.value.slice(address.length);
    if (address === '' || rest === '') return;
    link.url = link.url.slice(0, -rest.length);
    text.value = address;
    parent.children.splice(index + 1, 0, { type: 'text', value: rest });
    return [SKIP, index + 1];
  });
}
