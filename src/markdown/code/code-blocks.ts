import type { Element, Root as HastRoot } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { Code, Root } from 'mdast';
import { SKIP, visit } from '../../tree/index.ts';
import type { VFile } from 'vfile';
import { findNearest } from '../../diagnostics/index.ts';
import { report } from '../report.ts';
import { parseFenceMeta, type FenceMeta } from './fence-meta.ts';
import { highlight, knownLanguages, type HighlightMemory } from './highlight.ts';

/** Parses the info strings of code blocks into attributes, which pass the sanitizer, and reports languages and words it doesn't know. */
export function remarkCodeBlocks() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'code', (node) => {
      checkLanguage(node, file);
      const meta = parseFenceMeta(node.meta ?? '');
      checkMeta(node, meta, file);
      node.data = { ...node.data, hProperties: { ...node.data?.hProperties, ...toProperties(meta) } };
    });
  };
}

function toProperties({ title, marked, inserted, deleted }: FenceMeta): Record<string, string> {
  return {
    ...(title === undefined ? {} : { dataTitle: title }),
    ...(marked.length === 0 ? {} : { dataMarked: marked.join(' ') }),
    ...(inserted.length === 0 ? {} : { dataInserted: inserted.join(' ') }),
    ...(deleted.length === 0 ? {} : { dataDeleted: deleted.join(' ') }),
  };
}

function checkLanguage(node: Code, file: VFile): void {
  if (node.lang == null || knownLanguages.includes(node.lang)) return;
  const nearest = findNearest(node.lang, knownLanguages);
  report(file, node, {
    rule: 'code/unknown-language',
    severity: 'error',
    // A list of all languages would be too long.
    what: `Unknown code language \`${node.lang}\`${nearest === undefined ? '' : `: did you mean \`${nearest}\`?`}`,
    why: 'The code would not be highlighted, and its language would be labeled incorrectly.',
    fix: `Write ${nearest === undefined ? '' : `\`${nearest}\`, `}\`text\`, or another name from https://shiki.style/languages.`,
  });
  node.lang = 'text';
}

function checkMeta(node: Code, { unknown }: FenceMeta, file: VFile): void {
  for (const word of unknown) {
    report(file, node, {
      rule: 'code/unknown-meta',
      severity: 'error',
      what: `Unexpected \`${word}\` after the language of a code block, expected \`title="…"\`, \`{2,4-5}\`, \`ins={…}\` or \`del={…}\``,
      why: 'It would be ignored.',
      fix: 'Correct or remove it.',
    });
  }
}

/** Accessible labels of changed lines, in the language of the text. */
interface CodeLabels {
  inserted: string;
  deleted: string;
}

/** Options of {@link rehypeCodeBlocks}. */
interface CodeOptions {
  labels: CodeLabels;
  memory?: HighlightMemory | undefined;
}

/**
 * Frames and highlights each code block. Colors are classes, as the content security policy allows no `style` attributes.
 *
 * @example
 * <figure class="code"><figcaption>main.c</figcaption><pre tabindex="0" data-language="c"><code>…</code></pre></figure>
 */
export function rehypeCodeBlocks(options: CodeOptions) {
  return async (tree: HastRoot): Promise<void> => {
    const blocks: { code: Element; replace: (block: Element) => void }[] = [];
    visit(tree, 'element', (node: Element, index, parent) => {
      const code = codeOf(node);
      if (code === undefined || parent === undefined || index === undefined) return;
      blocks.push({ code, replace: (block) => (parent.children[index] = block) });
      return SKIP;
    });
    for (const { code, replace } of blocks) replace(await frame(code, options));
  };
}

function codeOf(node: Element): Element | undefined {
  const [child, ...others] = node.children;
  const isBlock =
    node.tagName === 'pre' && child?.type === 'element' && child.tagName === 'code' && others.length === 0;
  return isBlock ? child : undefined;
}

async function frame(code: Element, { labels, memory }: CodeOptions): Promise<Element> {
  const language = languageOf(code);
  const { dataTitle } = code.properties;
  const lines = await highlight(toString(code).replace(/\n$/, ''), language, memory);
  markLines(lines, code, labels);
  const text = lines.flatMap((line, index) =>
    index === 0 ? [line] : [{ type: 'text' as const, value: '\n' }, line],
  );
  const pre = h('pre', { tabIndex: 0, dataLanguage: language }, h('code', text));
  const classes = isTerminal(language) ? ['code', 'code--terminal'] : ['code'];
  if (typeof dataTitle !== 'string') return h('div', { className: classes }, pre);
  return h('figure', { className: classes }, h('figcaption', dataTitle), pre);
}

/** Returns the language of a code block. Falls back to `text`, as raw HTML may name any language. */
function languageOf({ properties }: Element): string {
  const names = Array.isArray(properties.className) ? properties.className : [];
  const name = names.map(String).find((each) => each.startsWith('language-'));
  const language = name?.slice('language-'.length) ?? 'text';
  return knownLanguages.includes(language) ? language : 'text';
}

/** Returns whether the code is a terminal session: commands after a prompt, and their output. */
function isTerminal(language: string): boolean {
  return language === 'console' || language === 'shellsession';
}

function markLines(lines: readonly Element[], { properties }: Element, labels: CodeLabels): void {
  const mark = (numbers: unknown, className: string, label?: string): void => {
    for (const number of typeof numbers === 'string' ? numbers.split(' ').map(Number) : []) {
      const line = lines[number - 1];
      if (line === undefined) continue;
      line.properties.className = ['line', className];
      if (label === undefined) line.tagName = 'mark';
      // Screen readers don't announce colors.
      if (label !== undefined) line.children.unshift(h('span.visually-hidden', `${label} `));
    }
  };
  mark(properties.dataMarked, 'line--marked');
  mark(properties.dataInserted, 'line--inserted', labels.inserted);
  mark(properties.dataDeleted, 'line--deleted', labels.deleted);
}
