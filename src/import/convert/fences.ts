import type { Code, Root } from 'mdast';
import { visit } from '../../tree/index.ts';
import { dropUnknownMeta, knownLanguages, parseFenceMeta, parseDiagram } from '../../markdown/index.ts';
import { spanOf, type Conversion } from './conversion.ts';

/** Replaces unknown languages after a code fence with `text` and removes unknown settings. */
export function convertFences(tree: Root, markdown: string): Conversion[] {
  const conversions: Conversion[] = [];
  visit(tree, 'code', (node) => {
    const conversion = convertFence(node, markdown);
    if (conversion !== undefined) conversions.push(conversion);
  });
  return conversions;
}

function convertFence(node: Code, markdown: string): Conversion | undefined {
  const { start, line, column } = spanOf(node);
  const [, marker = '', info = ''] = /^([`~]{3,}[ \t]*)(.*)/.exec(markdown.slice(start)) ?? [];
  if (node.lang == null || info === '') return undefined;
  const written = splitInfo(info.trim());
  const language = nameLanguage(written.language, node.value);
  const known = language === 'mermaid' ? keepTitle(written.meta) : dropUnknownMeta(written.meta);
  const better = [language, known].filter((part) => part !== '').join(' ');
  if (language === written.language && keepsAll(written.meta, known) && written.isSeparate) return undefined;
  const from = start + marker.length;
  return {
    line,
    column,
    edits: [{ start: from, end: from + info.length, text: better }],
    rule: 'import/code-fence',
    what: `Code fence \`${info.trim()}\` converted to \`${better}\``,
    why:
      node.lang === 'mermaid'
        ? 'Narani draws a diagram only if it can draw all of it, and this one has parts that it can’t draw.'
        : 'Narani knows the languages of Shiki, followed by `title="…"`, `{2,4-5}`, `ins={…}` and `del={…}`.',
    fix: 'Nothing to do, unless another language or other marked lines are right.',
  };
}

/** Splits the info string into language and settings, also if no space separates them: `js{1,3}`, `rust,no_run`. */
function splitInfo(info: string): { language: string; meta: string; isSeparate: boolean } {
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(info) ?? [];
  const [, language = word, tail = ''] = knownLanguages.includes(word)
    ? []
    : (/^([\w+#.-]+)([{,:].*)$/.exec(word) ?? []);
  return { language, meta: `${tail} ${rest}`.trim(), isSeparate: tail === '' };
}

function nameLanguage(language: string, code: string): string {
  const name = knownLanguages.includes(language) ? language : language.toLowerCase();
  if (!knownLanguages.includes(name)) return 'text';
  return name === 'mermaid' && parseDiagram(code).problems.length > 0 ? 'text' : name;
}

function keepsAll(meta: string, known: string): boolean {
  return meta.replace(/\s+/g, ' ') === known.replace(/\s+/g, ' ');
}

/** Keeps the title only: a diagram has no lines to mark. */
function keepTitle(meta: string): string {
  const { title } = parseFenceMeta(meta);
  return title === undefined ? '' : `title="${title}"`;
}
