import { quote } from '../quote.ts';
import type { Leftover, LeftoverContext } from './leftover.ts';
import { mask } from './prose.ts';

/** Reports links and pictures that are shown as typed, because their address is not closed, contains a space or is set apart. */
export function findUnreadLinks(context: LeftoverContext): Leftover[] {
  return [...findBroken(context), ...findApart(context)];
}

/** Maximal distance from `](` to the end of the address. A limit keeps the search linear. */
const longest = 500;

function findBroken({ markdown, prose }: LeftoverContext): Leftover[] {
  return prose.blocks.flatMap((block) =>
    [...prose.text.slice(block.start, block.end).matchAll(/(!?)\[([^[\]]*)\]\(/g)].flatMap((match) => {
      const start = block.start + match.index;
      const inside = start + match[0].length;
      const lineEnd = Math.min(endOfLine(prose.text, inside), block.end);
      const closing = findClosing(prose.text, inside, Math.min(lineEnd, inside + longest));
      const address = prose.text.slice(inside, closing ?? lineEnd);
      const isImage = match[1] === '!';
      if (isTemplate(markdown, inside)) return [];
      if (!isImage && isCode(prose.text[start - 1]) && !isAddress(address)) return [];
      const written = { start, inside, closing, lineEnd, isImage, isInTable: block.type === 'tableCell' };
      return [closing === undefined ? unclosed(written, markdown) : unread(written, markdown)];
    }),
  );
}

/** The offsets of a link that is not read as one. */
interface Written {
  start: number;
  /** The offset after `](`. */
  inside: number;
  /** The offset of `)`. */
  closing: number | undefined;
  lineEnd: number;
  isImage: boolean;
  isInTable: boolean;
}

function unclosed({ start, inside, lineEnd, isImage, isInTable }: Written, markdown: string): Leftover {
  const rest = markdown.slice(inside, Math.min(lineEnd, inside + longest));
  const [address = ''] = /^[^\s)]*/.exec(rest) ?? [];
  // An address rarely contains Hangul, and a particle follows one directly: `[글](good.md를`.
  const [beforeHangul = ''] = /^[^가-힣]*/.exec(address) ?? [];
  const written = markdown.slice(start, inside) + (beforeHangul === '' ? address : beforeHangul);
  return {
    offset: start,
    rule: isImage ? 'image/not-read' : 'link/not-read',
    severity: 'warning',
    what: `The address of \`${quote(written)}\` has no closing parenthesis`,
    why: `The page shows these characters instead of a ${isImage ? 'picture' : 'link'}.`,
    fix: `Write \`)\` after the address: \`${written})\`.${isInTable ? ' If the address contains a `|`, write `\\|` for it.' : ''} If the brackets are text, write \`\\[\`.`,
  };
}

function unread({ start, inside, closing = inside, isImage }: Written, markdown: string): Leftover {
  const address = markdown.slice(inside, closing).trim();
  const written = markdown.slice(start, closing + 1);
  const hasSpace = /^[^\s<"']+(?: +[^\s<"']+)+$/.test(address);
  return {
    offset: start,
    rule: isImage ? 'image/not-read' : 'link/not-read',
    severity: 'warning',
    what: `\`${quote(written)}\` is not read as a ${isImage ? 'picture' : 'link'}${hasSpace ? ': there is a space in the address' : ''}`,
    why: `The page shows these characters instead of a ${isImage ? 'picture' : 'link'}.`,
    fix: hasSpace
      ? `Put the address into angle brackets: \`${markdown.slice(start, inside)}<${address}>)\`. If the brackets are text, write \`\\[\`.`
      : 'Write `[words](address "title")`, with nothing else in the parentheses and no other link between the brackets. If the brackets are text, write `\\[`.',
  };
}

/** Finds links with a space before the parenthesis, or in full-width parentheses. */
function findApart({ markdown, prose: { text } }: LeftoverContext): Leftover[] {
  return [...text.matchAll(/\[([^[\]\n]+)\]( *\(|（)([^()（）\n]*)[)）]/g)].flatMap((match) => {
    const [written, label = '', opening = ''] = match;
    if (opening === '(') return [];
    const at = match.index + label.length + 2 + opening.length;
    const address = markdown.slice(at, match.index + written.length - 1);
    // `(#432)` is the number of an issue.
    if (/^\d+$/.test(label) || address.startsWith('#') || !isAddress(address)) return [];
    return [
      {
        offset: match.index,
        rule: 'link/not-read',
        severity: 'warning' as const,
        what: `\`${quote(markdown.slice(match.index, match.index + written.length))}\` is not read as a link: ${opening === '（' ? 'the parentheses are full-width' : 'there is a space before the parenthesis'}`,
        why: 'The page shows these characters instead of a link.',
        fix: `Write \`[${markdown.slice(match.index + 1, match.index + 1 + label.length)}](${address.trim()})\`. If the brackets are text, write \`\\[\`.`,
      },
    ];
  });
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/** Returns the offset of the parenthesis that closes the one before `start`, or `undefined`. */
function findClosing(text: string, start: number, end: number): number | undefined {
  let depth = 0;
  for (let offset = start; offset < end; offset += 1) {
    if (text[offset] === '(') depth += 1;
    else if (text[offset] === ')' && depth > 0) depth -= 1;
    else if (text[offset] === ')') return offset;
  }
  return undefined;
}

/** Returns whether an address is of Jekyll or Hugo (`{% post_url … %}`), which another rule reports. */
function isTemplate(markdown: string, offset: number): boolean {
  return markdown.startsWith('{', offset);
}

/** Returns whether brackets after this character may be an index, as in `list[i](x, y)`. */
function isCode(before: string | undefined): boolean {
  return before !== undefined && /[\w)\]]/.test(before);
}

function isAddress(text: string): boolean {
  const address = text.trim();
  return (
    address.startsWith(mask) ||
    /^(?:https?:\/\/|mailto:|www\.|\.{0,2}\/|#|<)|\.(?:md|html?|png|jpe?g|gif|svg|webp|pdf)(?:#\S*)?$/i.test(
      address,
    )
  );
}
