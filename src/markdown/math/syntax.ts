import { markdownLineEnding, markdownLineEndingOrSpace, markdownSpace } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** A formula in a paragraph. */
    mathText: 'mathText';
    /** A formula as a block. */
    mathFlow: 'mathFlow';
    /** The dollars that open or close a formula. */
    mathSequence: 'mathSequence';
    /** White space after the dollars of a block. */
    mathSpace: 'mathSpace';
    /** TeX without line endings. One line may have several. */
    mathData: 'mathData';
  }
}

/**
 * The syntax of formulas: `$…$` and `$$…$$` in a paragraph, and blocks that begin with `$$` alone on a line, or with
 * `$$\begin{…}`, and end with `$$` at the end of a line.
 *
 * `$…$` follows Pandoc (https://pandoc.org/MANUAL.html#extension-tex_math_dollars): no white space after the first dollar or
 * before the last, and no digit after the last, so that `$5 and $6` is text. It is stricter in that prices and shell variables
 * such as `US$5`, `$HOME/$USER`, `${A}${B}` and `` $5, `$x` `` are text, too. `micromark-extension-math` has no such rule, and
 * would install KaTeX.
 */
export const mathSyntax: Extension = {
  flow: { [codes.dollarSign]: { name: 'mathFlow', tokenize: tokenizeFlow, concrete: true } },
  text: { [codes.dollarSign]: { name: 'mathText', tokenize: tokenizeText, previous: isNotDollar } },
};

/** Returns whether a run of dollars can begin after a character: not within a run, but after `\$`. */
function isNotDollar(this: TokenizeContext, code: Code): boolean {
  return code !== codes.dollarSign || this.events.at(-1)?.[1].type === 'characterEscape';
}

function tokenizeText(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const isAfterWord = isWord(this.previous);
  let size = 0;
  let isBlank = true;
  let last: Code = codes.eof;

  const start: State = (code) => {
    effects.enter('mathText');
    effects.enter('mathSequence');
    return opening(code);
  };
  const opening: State = (code) => {
    if (code === codes.dollarSign) {
      size += 1;
      effects.consume(code);
      return opening;
    }
    effects.exit('mathSequence');
    const isText = size > 2 || (size === 1 && (isAfterWord || markdownLineEndingOrSpace(code)));
    return isText ? nok(code) : between(code);
  };
  const between: State = (code) => {
    if (code === codes.eof || code === codes.graveAccent) return nok(code);
    if (code === codes.dollarSign) return closing(code);
    if (markdownLineEnding(code)) {
      last = code;
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return between;
    }
    effects.enter('mathData');
    return data(code);
  };
  const data: State = (code) => {
    if (code === codes.graveAccent || code === codes.dollarSign || isLineEnd(code)) {
      effects.exit('mathData');
      return between(code);
    }
    last = code;
    isBlank &&= markdownSpace(code);
    effects.consume(code);
    return code === codes.backslash ? escaped : data;
  };
  const escaped: State = (code) => {
    if (isLineEnd(code)) return data(code);
    last = code;
    effects.consume(code);
    return data;
  };
  const closing: State = (code) => {
    const sequence = effects.enter('mathSequence');
    let length = 0;
    const next: State = (code) => {
      if (code === codes.dollarSign) {
        length += 1;
        effects.consume(code);
        return next;
      }
      effects.exit('mathSequence');
      // `$$\text{if $x$}$$` has formulas in its text.
      if (size === 2 && length === 1) {
        sequence.type = 'mathData';
        return between(code);
      }
      if (length !== size || isBlank) return nok(code);
      if (size === 1 && (markdownLineEndingOrSpace(last) || code === codes.leftCurlyBrace)) return nok(code);
      if (code === codes.backslash)
        return effects.check({ tokenize: tokenizeCommand, partial: true }, nok, end)(code);
      if (!isWord(code)) return end(code);
      return effects.check({ tokenize: tokenizeOrdinal, partial: true }, end, nok)(code);
    };
    return next(code);
  };
  const end: State = (code) => {
    effects.exit('mathText');
    return ok(code);
  };
  return start;
}

/** Tokenizes the beginning of a TeX command: before it, `$` opens a formula, as in `$5 and **$\pi$**`. */
function tokenizeCommand(effects: Effects, ok: State, nok: State): State {
  const name: State = (code) => {
    effects.exit('mathData');
    return isWord(code) || code === codes.leftCurlyBrace ? ok(code) : nok(code);
  };
  return (code) => {
    effects.enter('mathData');
    effects.consume(code);
    return name;
  };
}

/** Tokenizes the ending of an ordinal: `$n$th`. */
function tokenizeOrdinal(effects: Effects, ok: State, nok: State): State {
  let letters = '';
  const next: State = (code) => {
    if (code === codes.eof || !isWord(code) || letters.length > 2) {
      effects.exit('mathData');
      return ['th', 'st', 'nd', 'rd'].includes(letters) ? ok(code) : nok(code);
    }
    letters += String.fromCharCode(code);
    effects.consume(code);
    return next;
  };
  return (code) => {
    effects.enter('mathData');
    return next(code);
  };
}

/** Returns whether a character can be part of a variable's name: an ASCII letter or digit, or `_`. */
function isWord(code: Code): boolean {
  return code !== codes.eof && code > 0 && /\w/.test(String.fromCharCode(code));
}

/** The beginning of a block whose first line has TeX after the dollars. */
const environment = '\\begin{';

function tokenizeFlow(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const isInterrupting = this.interrupt === true;
  let isFirstLine = true;
  let isInData = false;
  let matched = 0;

  const start: State = (code) => {
    effects.enter('mathFlow');
    return readDollars(effects, afterOpening, nok)(code);
  };
  const afterOpening: State = (code) => (isLineEnd(code) ? lineEnd(code) : beginning(code));
  const beginning: State = (code) => {
    if (matched === environment.length) return data(code);
    if (code !== environment.charCodeAt(matched)) return nok(code);
    matched += 1;
    return consume(code, beginning);
  };
  const data: State = (code) => {
    if (isLineEnd(code)) return lineEnd(code);
    if (code !== codes.dollarSign) return consume(code, code === codes.backslash ? escaped : data);
    // A formula that ends in its first line is part of a paragraph.
    if (isFirstLine) return effects.check({ tokenize: readDollars, partial: true }, nok, dollar)(code);
    return effects.check({ tokenize: tokenizeClosing, partial: true }, close, dollar)(code);
  };
  const dollar: State = (code) => consume(code, data);
  const escaped: State = (code) => (isLineEnd(code) ? lineEnd(code) : consume(code, data));
  const lineEnd: State = (code) => {
    exitData();
    isFirstLine = false;
    if (isInterrupting) return ok(code);
    return effects.attempt({ tokenize: tokenizeContinuation, partial: true }, data, end)(code);
  };
  const close: State = (code) => {
    exitData();
    return readDollars(effects, end, nok)(code);
  };
  const end: State = (code) => {
    effects.exit('mathFlow');
    return ok(code);
  };
  const consume = (code: Code, next: State): State => {
    if (!isInData) effects.enter('mathData');
    isInData = true;
    effects.consume(code);
    return next;
  };
  const exitData = (): void => {
    if (isInData) effects.exit('mathData');
    isInData = false;
  };
  return start;
}

/** Tokenizes exactly two dollars and white space. */
function readDollars(effects: Effects, ok: State, nok: State): State {
  let size = 0;
  const sequence: State = (code) => {
    if (code === codes.dollarSign) {
      size += 1;
      effects.consume(code);
      return sequence;
    }
    effects.exit('mathSequence');
    if (size !== 2) return nok(code);
    if (!markdownSpace(code)) return ok(code);
    effects.enter('mathSpace');
    return space(code);
  };
  const space: State = (code) => {
    if (markdownSpace(code)) {
      effects.consume(code);
      return space;
    }
    effects.exit('mathSpace');
    return ok(code);
  };
  return (code) => {
    effects.enter('mathSequence');
    return sequence(code);
  };
}

function tokenizeClosing(effects: Effects, ok: State, nok: State): State {
  return readDollars(effects, (code) => (isLineEnd(code) ? ok(code) : nok(code)), nok);
}

/** Tokenizes a line ending before a line that is in the same container. */
function tokenizeContinuation(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return (code) => {
    if (code === codes.eof) return nok(code);
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return (code) => (this.parser.lazy[this.now().line] === true ? nok(code) : ok(code));
  };
}

function isLineEnd(code: Code): boolean {
  return code === codes.eof || markdownLineEnding(code);
}
