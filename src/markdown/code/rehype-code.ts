import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { highlight } from './highlight.ts';
import { isTerminal, knownLanguages } from './language.ts';

/** Words a code block needs of its page's language. */
export interface CodeLabels {
  inserted: string;
  deleted: string;
}

/**
 * Frame each code block, and colour it by class: a strict policy allows no `style` attribute.
 *
 * @example
 * <figure class="code"><figcaption>main.c</figcaption><pre tabindex="0" data-language="c"><code>…</code></pre></figure>
 */
export function rehypeCode(options: { labels: CodeLabels }) {
  return async (tree: Root): Promise<void> => {
    const blocks: { code: Element; replace: (block: Element) => void }[] = [];
    visit(tree, 'element', (node: Element, index, parent) => {
      const code = codeOf(node);
      if (code === undefined || parent === undefined || index === undefined) return;
      blocks.push({ code, replace: (block) => (parent.children[index] = block) });
      return SKIP;
    });
    for (const { code, replace } of blocks) replace(await frame(code, options.labels));
  };
}

function codeOf(node: Element): Element | undefined {
  const [child, ...others] = node.children;
  const isBlock =
    node.tagName === 'pre' && child?.type === 'element' && child.tagName === 'code' && others.length === 0;
  return isBlock ? child : undefined;
}

async function frame(code: Element, labels: CodeLabels): Promise<Element> {
  const language = languageOf(code);
  const { dataTitle } = code.properties;
  const lines = await highlight(toString(code).replace(/\n$/, ''), language);
  markLines(lines, code, labels);
  const text = lines.flatMap((line, index) =>
    index === 0 ? [line] : [{ type: 'text' as const, value: '\n' }, line],
  );
  const pre = h('pre', { tabIndex: 0, dataLanguage: language }, h('code', text));
  const classes = isTerminal(language) ? ['code', 'code--terminal'] : ['code'];
  if (typeof dataTitle !== 'string') return h('div', { className: classes }, pre);
  return h('figure', { className: classes }, h('figcaption', dataTitle), pre);
}

/** Raw HTML may claim any language; one that is not known is plain text. */
function languageOf({ properties }: Element): string {
  const names = Array.isArray(properties.className) ? properties.className : [];
  const name = names.map(String).find((each) => each.startsWith('language-'));
  const language = name?.slice('language-'.length) ?? 'text';
  return knownLanguages.includes(language) ? language : 'text';
}

function markLines(lines: readonly Element[], { properties }: Element, labels: CodeLabels): void {
  const mark = (numbers: unknown, className: string, label?: string): void => {
    for (const number of typeof numbers === 'string' ? numbers.split(' ').map(Number) : []) {
      const line = lines[number - 1];
      if (line === undefined) continue;
      line.properties.className = ['line', className];
      if (label === undefined) line.tagName = 'mark';
      // Colour alone doesn't tell: what a mark means is said to those who don't see it.
      if (label !== undefined) line.children.unshift(h('span.visually-hidden', `${label} `));
    }
  };
  mark(properties.dataMarked, 'line--marked');
  mark(properties.dataInserted, 'line--inserted', labels.inserted);
  mark(properties.dataDeleted, 'line--deleted', labels.deleted);
}
