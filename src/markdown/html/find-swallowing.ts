import { quote } from '../quote.ts';
import type { Finding } from '../report.ts';
import type { BalancedHtml } from './balanced-html.ts';
import { lacksEnd } from './lacks-end.ts';
import type { HtmlToken, Piece, Tag } from './token.ts';

/** A problem of a token. */
export interface HtmlFinding extends Finding {
  token: HtmlToken;
}

/** Returns the finding for a piece that extends to the end of its container because its end is missing, or hides more than it seems to. */
export function findSwallowing(piece: Piece, { isInline }: BalancedHtml): HtmlFinding | undefined {
  if (isInline) return undefined;
  const { value } = piece.node;
  const first = piece.tokens.find(({ type }) => type !== 'text');
  const isOpen = (token: HtmlToken): boolean =>
    token.type === 'comment' ? !token.isClosed : token === first && lacksEnd(value);
  const open = piece.tokens.find(isOpen);
  if (open !== undefined) {
    const opener = /^<(?:!--|!\[CDATA\[|[^\s>]*>?)/.exec(value.slice(open.start))?.[0] ?? '';
    return {
      token: open,
      rule: 'html/swallowing',
      severity: 'error',
      what: `\`${opener}\` is never closed, so it takes in ${linesAfter(value.slice(open.start))}`,
      why:
        open.type === 'comment'
          ? 'The page doesn’t show them.'
          : 'The page shows them as they are typed, or not at all.',
      fix: `Write \`${endOf(opener)}\` where it ends, or \`&lt;${opener.slice(1)}\` if it is text.`,
    };
  }
  const nested = piece.tokens.find(
    (token) => token.type === 'comment' && value.slice(token.start + 4, token.end).includes('<!--'),
  );
  return (
    nested && {
      token: nested,
      rule: 'html/nested-comment',
      severity: 'warning',
      what: `A comment contains \`<!--\`, so it probably ends too late: it hides ${linesAfter(value.slice(nested.start, nested.end))}`,
      why: 'The page shows nothing of what is in a comment.',
      fix: 'Write `-->` where the first comment ends, or remove the second `<!--`.',
    }
  );
}

function endOf(opener: string): string {
  if (opener === '<!--') return '-->';
  if (opener === '<![CDATA[') return ']]>';
  if (opener.startsWith('<?')) return '?>';
  return opener.startsWith('<!') ? '>' : `</${opener.replace(/[<>]/g, '')}>`;
}

/** Counts the lines that a construct takes in, and quotes where they begin. */
function linesAfter(source: string): string {
  const [first = '', ...lines] = source.trimEnd().split('\n');
  const start = [first.replace(/^<(?:!--|!\[CDATA\[|[^\s>]*>?)/, ''), ...lines].find(
    (line) => line.trim() !== '',
  );
  const count =
    lines.length === 0 ? 'the rest of its line' : `${lines.length} more line${lines.length === 1 ? '' : 's'}`;
  return start === undefined ? count : `${count}, from “${quote(start)}”`;
}

/** Returns the finding for a tag with other tags in the value of an attribute, or `undefined`. */
export function findOpenQuote({ name, attributes }: Tag): Finding | undefined {
  const attribute = attributes.find(({ value }) => /<\/?[a-z]/i.test(value));
  return (
    attribute && {
      rule: 'html/open-quote',
      severity: 'warning',
      what: `The value of \`${attribute.name}\` in \`<${name}>\` contains tags: “${quote(attribute.value)}”`,
      why: 'Its quote is probably closed too late, and the page doesn’t show what is in it.',
      fix: 'Close the quote directly after the value, or write `&lt;` for each `<` in it.',
    }
  );
}
