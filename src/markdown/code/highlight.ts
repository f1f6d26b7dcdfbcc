import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import {
  bundledLanguages,
  createCssVariablesTheme,
  createHighlighter,
  type BundledLanguage,
  type Highlighter,
  type RegexEngine,
  type ThemedToken,
} from 'shiki';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';

/** Names of languages that are not highlighted. */
const plainLanguages = ['text', 'txt', 'plaintext', 'plain'];

/** All names that a code block may give as its language. */
export const knownLanguages: readonly string[] = [...plainLanguages, ...Object.keys(bundledLanguages)];

const prefix = '--code-';
const theme = createCssVariablesTheme({ name: 'classes', variablePrefix: prefix, fontStyle: false });
/**
 * A cache with one highlighter per language. A shared one would highlight the code blocks within a Markdown block only in the
 * languages loaded so far, and so depend on the order of rendering.
 */
const highlighters = new Map<string, Promise<Highlighter>>();

/**
 * Lines of this length or more are not highlighted. Some grammars take quadratic time: on the worst line of 2,000 characters
 * the slowest takes 1 s, of 4,000 characters 4 s. Lines written by hand stay below 700.
 */
export const maxHighlightedLength = 2_000;

/** Shiki's time limit is off, as its result depends on the speed of the machine. The limit on line length replaces it. */
const limits = { tokenizeTimeLimit: 0, tokenizeMaxLineLength: maxHighlightedLength };

/** Compiled patterns by their sources, shared by all highlighters: a grammar is in those of each language that may contain it. */
const scanners = new Map<string, ReturnType<RegexEngine['createScanner']>>();

/**
 * The engine of all highlighters. Compiling patterns takes longer than matching them, so the engine compiles each list of patterns once
 * and keeps it. Without sharing, a grammar whose end depends on its beginning, such as a here-document, compiles its patterns again at
 * each occurrence.
 */
const engine = createOnigurumaEngine(import('shiki/wasm')).then(
  ({ createScanner, createString }): RegexEngine => ({
    createString,
    createScanner: (patterns) => {
      const key = JSON.stringify(
        patterns.map((pattern) => (typeof pattern === 'string' ? pattern : pattern.source)),
      );
      const scanner = scanners.get(key) ?? createScanner(patterns);
      scanners.set(key, scanner);
      // Grammars dispose scanners that others still use, so the copy they get has no `dispose`.
      return { findNextMatchSync: scanner.findNextMatchSync.bind(scanner) };
    },
  }),
);

/** Adjacent tokens of one class, without a class for plain text. */
interface Run {
  kind: string | undefined;
  text: string;
}

/** Highlighted code by language and source. The translation of a text mostly repeats its code. */
const highlighted = new Map<string, Promise<Run[][]>>();

/** Maximum number of code blocks in the cache: several times those of the longest articles. */
const maxHighlighted = 200;

/**
 * Returns the lines of a piece of code as `<span class="line">`, with tokens in the classes of `styles/code.css`.
 *
 * Plain text, which is most of a block, gets no element.
 */
export async function highlight(code: string, language: string): Promise<Element[]> {
  if (plainLanguages.includes(language)) return code.split('\n').map((line) => h('span.line', line));
  const key = `${language}\n${code}`;
  const lines = highlighted.get(key) ?? findRuns(code, language as BundledLanguage);
  // Moves the entry to the end of the map, so that the first one is the least recently used.
  highlighted.delete(key);
  highlighted.set(key, lines);
  const [oldest] = highlighted.keys();
  if (highlighted.size > maxHighlighted && oldest !== undefined) highlighted.delete(oldest);
  return (await lines).map((runs) => h('span.line', runs.map(toContent)));
}

async function findRuns(code: string, lang: BundledLanguage): Promise<Run[][]> {
  const highlighter =
    highlighters.get(lang) ?? createHighlighter({ themes: [theme], langs: [lang], engine, warnings: false });
  highlighters.set(lang, highlighter);
  const { tokens } = (await highlighter).codeToTokens(code, { lang, theme: 'classes', ...limits });
  return tokens.map(joinTokens);
}

function toContent({ kind, text }: Run): ElementContent {
  return kind === undefined ? { type: 'text', value: text } : h(`span.${kind}`, text);
}

/** Joins adjacent tokens of the same class. Blanks join any class. */
function joinTokens(tokens: readonly ThemedToken[]): Run[] {
  const runs: Run[] = [];
  for (const { content, color } of tokens) {
    const kind = tokenKind(color);
    const last = runs.at(-1);
    if (last !== undefined && (last.kind === kind || content.trim() === '')) last.text += content;
    else runs.push({ kind, text: content });
  }
  return runs;
}

/** `var(--code-token-keyword)` → `keyword`; the color of plain text → `undefined`. */
function tokenKind(color: string | undefined): string | undefined {
  return /token-([a-z-]+)/.exec(color ?? '')?.[1];
}
