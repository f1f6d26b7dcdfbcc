import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import {
  createCssVariablesTheme,
  createHighlighter,
  type BundledLanguage,
  type Highlighter,
  type ThemedToken,
} from 'shiki';
import { isPlain } from './language.ts';

const prefix = '--code-';
const theme = createCssVariablesTheme({ name: 'classes', variablePrefix: prefix, fontStyle: false });
/**
 * A highlighter per language, kept for its grammar alone. One for all would colour the code inside a Markdown block by
 * the languages that happened to be loaded before it, and so differently from build to build.
 */
const highlighters = new Map<string, Promise<Highlighter>>();

/**
 * Lines as long as this are not coloured. Some grammars look back from each place of a line: one of 2,000 letters made for that
 * takes the slowest a second, one of 4,000 four. What people write to be read stays below 700.
 */
export const uncolouredLength = 2_000;

/** A limit by the clock would leave off at another place whenever the machine is busy. The one by length stands for it. */
const limits = { tokenizeTimeLimit: 0, tokenizeMaxLineLength: uncolouredLength };

/**
 * The lines of a piece of code as `<span class="line">`, its tokens coloured by the classes of `styles/code.css`.
 *
 * A run of text in the colour of plain text gets no element: that is most of a block.
 */
export async function highlight(code: string, language: string): Promise<Element[]> {
  if (isPlain(language)) return code.split('\n').map((line) => h('span.line', line));
  const lang = language as BundledLanguage;
  const known =
    highlighters.get(lang) ?? createHighlighter({ themes: [theme], langs: [lang], warnings: false });
  highlighters.set(lang, known);
  const { tokens } = (await known).codeToTokens(code, { lang, theme: 'classes', ...limits });
  return tokens.map((line) => h('span.line', joinTokens(line)));
}

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

/** `var(--code-token-keyword)` → `keyword`; the colour of plain text → nothing. */
function tokenKind(color: string | undefined): string | undefined {
  return /token-([a-z-]+)/.exec(color ?? '')?.[1];
}
