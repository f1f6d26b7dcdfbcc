import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import {
  bundledLanguages,
  createCssVariablesTheme,
  createHighlighter,
  type BundledLanguage,
  type Highlighter,
  type ThemedToken,
} from 'shiki';

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

/**
 * Returns the lines of a piece of code as `<span class="line">`, with tokens in the classes of `styles/code.css`.
 *
 * Plain text, which is most of a block, gets no element.
 */
export async function highlight(code: string, language: string): Promise<Element[]> {
  if (plainLanguages.includes(language)) return code.split('\n').map((line) => h('span.line', line));
  const lang = language as BundledLanguage;
  const highlighter =
    highlighters.get(lang) ?? createHighlighter({ themes: [theme], langs: [lang], warnings: false });
  highlighters.set(lang, highlighter);
  const { tokens } = (await highlighter).codeToTokens(code, { lang, theme: 'classes', ...limits });
  return tokens.map((line) => h('span.line', joinTokens(line)));
}

/** Joins adjacent tokens of the same class. Blanks join any class. */
function joinTokens(tokens: readonly ThemedToken[]): ElementContent[] {
  const runs: { kind: string | undefined; text: string }[] = [];
  for (const { content, color } of tokens) {
    const kind = tokenKind(color);
    const last = runs.at(-1);
    if (last !== undefined && (last.kind === kind || content.trim() === '')) last.text += content;
    else runs.push({ kind, text: content });
  }
  return runs.map(({ kind, text }) =>
    kind === undefined ? { type: 'text', value: text } : h(`span.${kind}`, text),
  );
}

/** `var(--code-token-keyword)` → `keyword`; the color of plain text → `undefined`. */
function tokenKind(color: string | undefined): string | undefined {
  return /token-([a-z-]+)/.exec(color ?? '')?.[1];
}
