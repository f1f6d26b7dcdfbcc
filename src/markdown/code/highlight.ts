import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { BundledLanguage, Highlighter, RegexEngine, ThemedToken } from 'shiki';
import { bundledLanguages } from 'shiki/langs';

// Shiki is loaded for code that is not in memory: most builds have none.

/** Names of languages that are not highlighted. */
const plainLanguages = ['text', 'txt', 'plaintext', 'plain'];

/** All names that a code block may give as its language. */
export const knownLanguages: readonly string[] = [...plainLanguages, ...Object.keys(bundledLanguages)];

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
 * Creates the engine of all highlighters. Compiling patterns takes longer than matching them, so the engine compiles each list of
 * patterns once and keeps it. Without sharing, a grammar whose end depends on its beginning, such as a here-document, compiles its
 * patterns again at each occurrence.
 */
async function createEngine(): Promise<RegexEngine> {
  const { createOnigurumaEngine } = await import('shiki/engine/oniguruma');
  const { createScanner, createString } = await createOnigurumaEngine(import('shiki/wasm'));
  return {
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
  };
}

let engine: Promise<RegexEngine> | undefined;

const theme = 'classes';

/** Creates a highlighter for a language. */
async function openHighlighter(lang: BundledLanguage): Promise<Highlighter> {
  const { createCssVariablesTheme, createHighlighter } = await import('shiki');
  const classes = createCssVariablesTheme({ name: theme, variablePrefix: '--code-', fontStyle: false });
  return createHighlighter({
    themes: [classes],
    langs: [lang],
    engine: (engine ??= createEngine()),
    warnings: false,
  });
}

/** Adjacent tokens of one class, without a class for plain text. */
interface Run {
  kind: string | undefined;
  text: string;
}

/**
 * The classes and lengths of the runs of each line: `keyword3 5 string6,…`. With the code they give its runs, and take a fraction of
 * the space.
 */
export type PackedRuns = string;

/** Highlighted code by language and code, kept so that grammars need not be loaded for code that has not changed. */
export interface HighlightMemory {
  get: (language: string, code: string) => PackedRuns | undefined;
  set: (language: string, code: string, runs: PackedRuns) => void;
}

/** Remembers nothing. */
const noMemory: HighlightMemory = { get: () => undefined, set: () => undefined };

/**
 * Returns the lines of a piece of code as `<span class="line">`, with tokens in the classes of `styles/code.css`.
 *
 * Plain text, which is most of a block, gets no element.
 */
export async function highlight(
  code: string,
  language: string,
  memory: HighlightMemory = noMemory,
): Promise<Element[]> {
  if (plainLanguages.includes(language)) return code.split('\n').map((line) => h('span.line', line));
  const known = memory.get(language, code);
  const lines = known === undefined ? await findRuns(code, language as BundledLanguage) : unpack(known, code);
  // Shiki reads some control characters as line ends, so its lines may be others than those of the code.
  if (known === undefined && textOf(lines) === code) memory.set(language, code, pack(lines));
  return lines.map((runs) => h('span.line', runs.map(toContent)));
}

async function findRuns(code: string, lang: BundledLanguage): Promise<Run[][]> {
  const highlighter = highlighters.get(lang) ?? openHighlighter(lang);
  highlighters.set(lang, highlighter);
  const { tokens } = (await highlighter).codeToTokens(code, { lang, theme, ...limits });
  return tokens.map(joinTokens);
}

function textOf(lines: readonly (readonly Run[])[]): string {
  return lines.map((runs) => runs.map(({ text }) => text).join('')).join('\n');
}

function pack(lines: readonly (readonly Run[])[]): PackedRuns {
  return lines.map((runs) => runs.map(({ kind = '', text }) => `${kind}${text.length}`).join(' ')).join(',');
}

function unpack(packed: PackedRuns, code: string): Run[][] {
  const lines = code.split('\n');
  return packed.split(',').map((runs, index) => {
    const line = lines[index] ?? '';
    let start = 0;
    return [...runs.matchAll(/([a-z-]*)(\d+)/g)].map(([, kind, length]): Run => {
      const end = start + Number(length);
      const text = line.slice(start, end);
      start = end;
      return { kind: kind === '' ? undefined : kind, text };
    });
  });
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
