import { ErrorCodes, Tokenizer, TokenizerMode, type Token as Parse5Token } from 'parse5';
import { hasRawContent } from './elements.ts';
import type { HtmlToken, Span, Tag } from './token.ts';

/**
 * Splits HTML into tokens (https://html.spec.whatwg.org/multipage/parsing.html#tokenization). In elements such as `<title>`, in
 * which tags are text, that holds only up to their end tag; without one, they are like any other element.
 */
export function tokenizeHtml(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  const state = { isCut: false };
  const spanOf = ({ location }: Parse5Token.Token): Span => ({
    start: location?.startOffset ?? 0,
    end: Math.min(location?.endOffset ?? 0, html.length),
  });
  const addTag = (type: Tag['type'], tag: Parse5Token.TagToken): void => {
    const span = spanOf(tag);
    const name = /^<\/?([^\s/>]*)/.exec(html.slice(span.start, span.end))?.[1] ?? tag.tagName;
    tokens.push({ type, ...span, name, isSelfClosing: tag.selfClosing, attributes: tag.attrs });
  };
  const addText = (token: Parse5Token.CharacterToken): void => {
    tokens.push({ type: 'text', ...spanOf(token), value: token.chars });
  };
  const isClosedAfter = memoizeLastEndTag(html);
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (tag) => {
        addTag('open', tag);
        if (hasRawContent(tag.tagName) && isClosedAfter(tag.tagName, spanOf(tag).end))
          tokenizer.state = TokenizerMode.RAWTEXT;
      },
      onEndTag: (tag) => {
        addTag('close', tag);
      },
      onCharacter: addText,
      onWhitespaceCharacter: addText,
      onNullCharacter: addText,
      onComment: (token) => {
        const span = spanOf(token);
        const source = html.slice(span.start, span.end);
        if (source.startsWith('<!--'))
          tokens.push({ type: 'comment', ...span, isClosed: /-->$|--!>$|^<!--+>$/.test(source) });
        else tokens.push({ type: 'declaration', ...span });
      },
      onDoctype: (token) => void tokens.push({ type: 'declaration', ...spanOf(token) }),
      onEof: () => undefined,
      onParseError: ({ code }) => {
        if (code === ErrorCodes.eofInTag) state.isCut = true;
      },
    },
  );
  tokenizer.write(html, true);
  const end = tokens.at(-1)?.end ?? 0;
  return state.isCut ? [...tokens, { type: 'cut', start: end, end: html.length }] : tokens;
}

/** Returns a function that checks whether an end tag follows an offset. It searches once per name, because there may be many tags. */
function memoizeLastEndTag(html: string): (name: string, offset: number) => boolean {
  const last = new Map<string, number>();
  return (name, offset) => {
    let index = last.get(name);
    if (index === undefined) {
      index = html.toLowerCase().lastIndexOf(`</${name}`);
      last.set(name, index);
    }
    return index >= offset;
  };
}
