import { blockQuote, codeText, htmlText, labelEnd, list } from 'micromark-core-commonmark';
import type {
  Construct,
  Extension,
  ParseContext,
  Point,
  State,
  TokenizeContext,
  Tokenizer,
} from 'micromark-util-types';
import type { Processor } from 'unified';
import { TextLimit, type Place } from '../../diagnostics/index.ts';
import { applyEditsInPlace } from './apply-edits-in-place.ts';
import { limitDepth } from './limit-depth.ts';

/**
 * Limits of numbers in which micromark’s time is quadratic, so that with them it is linear in the length of the text. In brackets,
 * the maximum in 1,600 real texts.
 */
const limits = {
  /** `*`, `_` and `~` in a paragraph (heading, table cell) that can open or close emphasis (28). */
  delimiters: 1_000,
  /** `[` that are open at a `]` (4). */
  openBrackets: 100,
  /** Comments, code and addresses of links that have no end, each searched for up to the end of the paragraph (2). */
  fruitlessScans: 50,
  /** Events of micromark in a paragraph times the runs of text between them, all of which may be moved (below 2 million). */
  moves: 100_000_000,
  /** Lists and quotes that begin on one line (2). */
  containersOnLine: 100,
  /** Consecutive lines without the `>` or indentation of the paragraph that they continue (11). */
  lazyLines: 200,
  /** Callouts around a character, on average (1). */
  calloutDepth: 20,
};

/**
 * Keeps the time to parse a text linear in its length: replaces constructs of micromark whose time is quadratic with equivalents,
 * or with limits, which throw a `TextLimit`. Must come after all plugins that add syntax.
 */
export function remarkLimits(this: Processor): void {
  applyEditsInPlace();
  const data = this.data();
  const extensions = (data.micromarkExtensions ??= []);
  extensions.forEach(replaceConstructs);
  extensions.push(core());
  // Before the transforms of other extensions, which are recursive.
  (data.fromMarkdownExtensions ??= []).unshift({ transforms: [limitDepth] });
}

/** The limited constructs of micromark’s core. */
function core(): Extension {
  const listItem = limitContainers(list);
  const digits = Array.from({ length: 10 }, (_, digit) => codeOf(String(digit)));
  return {
    // Not those of lists and quotes: `list` attempts itself for the next item.
    disable: { null: [htmlText, codeText, labelEnd].map(({ name = '' }) => name) },
    document: {
      ...Object.fromEntries([...['*', '+', '-'].map(codeOf), ...digits].map((code) => [code, listItem])),
      [codeOf('>')]: limitContainers(blockQuote),
      null: limitLazyLines(),
    },
    text: {
      [codeOf('<')]: limitScans(htmlText, (code) => code === null),
      [codeOf('`')]: limitScans(codeText, (code) => code === null),
      [codeOf(']')]: limitBrackets(limitScans(labelEnd, (code) => code === codeOf('('))),
      null: limitMarkup(),
    },
  };
}

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

/** Replaces constructs of an extension, in place: `remark-gfm` and the others create a new object per processor. */
function replaceConstructs(extension: Extension): void {
  const replaced = new Map<Construct, Construct>();
  const replaceOne = (construct: Construct): Construct => {
    const known = replaced.get(construct) ?? replacementOf(construct);
    replaced.set(construct, known);
    return known;
  };
  for (const constructs of [extension.flow, extension.text, extension.insideSpan])
    for (const [code, value] of Object.entries(constructs ?? {}) as [string, Construct | Construct[]][])
      Object.assign(constructs ?? {}, {
        [code]: Array.isArray(value) ? value.map(replaceOne) : replaceOne(value),
      });
}

function replacementOf(construct: Construct): Construct {
  switch (construct.name ?? construct.tokenize.name) {
    case 'attention':
    case 'strikethrough':
      return limitDelimiters(construct);
    case 'gfmPotentialFootnoteCall':
      return findImageLabel(construct);
    case 'tokenizeDirectiveContainer':
      return limitCallouts(construct);
    default:
      return construct;
  }
}

/** Limits the characters that can open or close emphasis or strikethrough: each closer is compared with all openers before it. */
function limitDelimiters(construct: Construct): Construct {
  const { resolveAll } = construct;
  return {
    ...construct,
    resolveAll(events, context) {
      let characters = 0;
      for (const [kind, { type, start, end, _open, _close }] of events) {
        if (kind !== 'enter' || !delimiterTypes.includes(type)) continue;
        if (_open !== true && _close !== true) continue;
        characters += end.offset - start.offset;
        if (characters > limits.delimiters)
          throw tooMany(limits.delimiters, '`*`, `_` or `~` around words', start);
      }
      return resolveAll?.(events, context) ?? events;
    },
  };
}

/** Types of the tokens of `micromark-extension-cjk-friendly` and its extension for strikethrough. */
const delimiterTypes: readonly string[] = ['attentionSequence', 'strikethroughSequenceTemporary'];

/**
 * Finds the `![` of a footnote reference after an exclamation mark (`![^1]`) from the stack of label starts. The original searches
 * all events of the paragraph, for every `]`.
 */
function findImageLabel(construct: Construct): Construct {
  return withTokenizer(construct, function (tokenize, effects, ok, nok) {
    const label = this._labelStarts?.at(-1);
    const isImage = label?.type === 'labelImage' && label._balanced === true;
    return isImage ? tokenize.call(this, effects, ok, nok) : nok;
  });
}

/** Limits the number of brackets that are open at a `]`: the label in each pair of brackets is looked up. */
function limitBrackets(construct: Construct): Construct {
  return withTokenizer(construct, function (tokenize, effects, ok, nok) {
    const starts = this._labelStarts ?? [];
    // Those that have a `]` already are marked, and removed only once they are the last.
    if (starts.length > limits.openBrackets)
      this._labelStarts = starts.filter(({ _balanced }) => _balanced !== true);
    if ((this._labelStarts?.length ?? 0) > limits.openBrackets)
      throw tooMany(limits.openBrackets, '`[` without `]`', this.now());
    return tokenize.call(this, effects, ok, nok);
  });
}

/**
 * Limits how often a construct fails after it has searched the rest of the paragraph for its end.
 *
 * @param isFruitless whether it has, given the character at which it failed, `null` at the end of the paragraph
 */
function limitScans(construct: Construct, isFruitless: (code: number | null) => boolean): Construct {
  const failures = new WeakMap<TokenizeContext, number>();
  return withTokenizer(construct, function (tokenize, effects, ok, nok) {
    const start = this.now();
    return tokenize.call(this, effects, ok, (code) => {
      const count = (failures.get(this) ?? 0) + (isFruitless(code) ? 1 : 0);
      failures.set(this, count);
      if (count > limits.fruitlessScans)
        throw tooMany(limits.fruitlessScans, '`<`, `` ` `` or `](` without an end', start);
      return nok(code);
    });
  });
}

/**
 * Limits the markup of a paragraph. Marks that turn out to be text become tokens of their own, which micromark merges afterwards:
 * for each run of them between two other tokens, it moves all later events. Tried after all other constructs have failed, and
 * matches nothing.
 */
function limitMarkup(): Construct {
  const runs = new WeakMap<TokenizeContext, { count: number; end: number }>();
  return {
    name: 'markup',
    tokenize(_effects, _ok, nok) {
      const end = this.events.length;
      const { count, end: last } = runs.get(this) ?? { count: 0, end: 0 };
      // A run goes on if there is only one more token, which is two events.
      const next = { count: end === last + 2 ? count : count + 1, end };
      runs.set(this, next);
      if (next.count * end > limits.moves)
        throw new TextLimit('This paragraph has too much markup', splitAdvice, this.now());
      return nok;
    },
  };
}

/** Limits the containers that begin on one line: for each of them, micromark reads the line up to its end. */
function limitContainers(construct: Construct): Construct {
  return checkEach(construct, (counts, start) => {
    if (counts.containersLine !== start.line)
      Object.assign(counts, { containersLine: start.line, containers: 0, last: 0 });
    // Each container is tokenized more than once: first to check whether there is one.
    if (start.column > counts.last)
      Object.assign(counts, { containers: counts.containers + 1, last: start.column });
    if (counts.containers > limits.containersOnLine)
      throw new TextLimit(
        `More than ${limits.containersOnLine} lists and quotes begin on this line`,
        'Remove some of the markers, or put the line into a code block if they are text.',
        start,
      );
  });
}

/** Limits callouts within callouts: the content of each is tokenized again, for each of the callouts around it. */
function limitCallouts(construct: Construct): Construct {
  return checkEach(construct, (counts, start, end) => {
    counts.end = Math.max(counts.end, end.offset);
    counts.inCallouts += end.offset - start.offset;
    if (counts.inCallouts > limits.calloutDepth * counts.end)
      throw new TextLimit(
        `Callouts are nested more than ${limits.calloutDepth} levels deep on average`,
        'Close each `:::note` with a line `:::`.',
        start,
      );
  });
}

/** Limits consecutive lazy lines: for each of them, micromark goes through all before it. Matches nothing. */
function limitLazyLines(): Construct {
  return {
    name: 'lazyLines',
    tokenize(_effects, _ok, nok) {
      const { parser } = this;
      const { line, column } = this.now();
      const counts = countsOf(parser);
      if (counts.lazyLine === line) return nok;
      // Whether this line is lazy is known only after this.
      const follows = counts.lazyLine === line - 1 && parser.lazy[line - 1] === true;
      Object.assign(counts, { lazyLine: line, lazy: follows ? counts.lazy + 1 : 0 });
      if (counts.lazy > limits.lazyLines)
        throw new TextLimit(
          `More than ${limits.lazyLines} lines continue a quote or list item without its \`>\` or indentation`,
          'Put a blank line before the first line that is not part of the quote or item, or mark every line that is.',
          { line, column },
        );
      return nok;
    },
  };
}

/** What has been counted in a text. */
interface Counts {
  containersLine: number;
  containers: number;
  /** Column of the last container that was counted. */
  last: number;
  lazyLine: number;
  lazy: number;
  /** Offset of the end of the last callout. */
  end: number;
  /** Characters in callouts, those in two of them counted twice. */
  inCallouts: number;
}

const textCounts = new WeakMap<ParseContext, Counts>();

function countsOf(parser: ParseContext): Counts {
  const known = textCounts.get(parser) ?? {
    containersLine: 0,
    containers: 0,
    last: 0,
    lazyLine: 0,
    lazy: 0,
    end: 0,
    inCallouts: 0,
  };
  textCounts.set(parser, known);
  return known;
}

/** Calls a function with the counts of the text and both ends of each match of a construct. It may throw. */
function checkEach(
  construct: Construct,
  check: (counts: Counts, start: Point, end: Point) => void,
): Construct {
  return withTokenizer(construct, function (tokenize, effects, ok, nok) {
    const start = this.now();
    const checked: State = (code) => {
      check(countsOf(this.parser), start, this.now());
      return ok(code);
    };
    return tokenize.call(this, effects, checked, nok);
  });
}

/** Wraps the tokenizer of a construct, and renames the construct, so that the original can be disabled. */
function withTokenizer(
  construct: Construct,
  wrapper: (this: TokenizeContext, tokenize: Tokenizer, ...rest: Parameters<Tokenizer>) => State,
): Construct {
  const { tokenize } = construct;
  return {
    ...construct,
    name: renamed(construct),
    tokenize(effects, ok, nok) {
      return wrapper.call(this, tokenize, effects, ok, nok);
    },
  };
}

function renamed({ name = '' }: Construct): string {
  return `${name}Limited`;
}

const splitAdvice =
  'Split the paragraph, close what is open, or put it into a code block if it is not prose.';

function tooMany(limit: number, what: string, place: Place): TextLimit {
  return new TextLimit(`More than ${limit} ${what} in one paragraph`, splitAdvice, place);
}
