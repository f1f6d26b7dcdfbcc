import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { dropUnknownMeta, knownLanguages, parseFenceMeta, readDiagram } from '../../markdown/index.ts';
import { spanOf, type Mend } from './mend.ts';

/** Fences whose language or settings Narani does not know: they are shown as plain text, or without those settings. */
export function mendFences(tree: Root, markdown: string): Mend[] {
  const mends: Mend[] = [];
  visit(tree, 'code', (node) => {
    const mend = mendFence(node, markdown);
    if (mend !== undefined) mends.push(mend);
  });
  return mends;
}

function mendFence(node: Code, markdown: string): Mend | undefined {
  const { start, line, column } = spanOf(node);
  const [, marker = '', info = ''] = /^([`~]{3,}[ \t]*)(.*)/.exec(markdown.slice(start)) ?? [];
  if (node.lang == null || info === '') return undefined;
  const said = splitInfo(info.trim());
  const language = nameLanguage(said.language, node.value);
  const kept = language === 'mermaid' ? keepTitle(said.meta) : dropUnknownMeta(said.meta);
  const better = [language, kept].filter((part) => part !== '').join(' ');
  if (language === said.language && keepsAll(said.meta, kept) && said.isApart) return undefined;
  const from = start + marker.length;
  return {
    line,
    column,
    edits: [{ start: from, end: from + info.length, text: better }],
    rule: 'import/code-fence',
    what: `Unexpected \`${info.trim()}\` after a code fence: written as \`${better}\``,
    why:
      node.lang === 'mermaid'
        ? 'Narani draws diagrams that it reads whole; of this one it would leave something out.'
        : 'Narani knows the languages of shiki, and `title="…"`, `{2,4-5}`, `ins={…}` and `del={…}` after them.',
    fix: 'Nothing need be done; another language or other lines to mark can be named there.',
  };
}

/** `js{1,3}` and `rust,no_run` are a language, and settings without a space before them. */
function splitInfo(info: string): { language: string; meta: string; isApart: boolean } {
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(info) ?? [];
  const [, language = word, tail = ''] = knownLanguages.includes(word)
    ? []
    : (/^([\w+#.-]+)([{,:].*)$/.exec(word) ?? []);
  return { language, meta: `${tail} ${rest}`.trim(), isApart: tail === '' };
}

function nameLanguage(language: string, code: string): string {
  const name = knownLanguages.includes(language) ? language : language.toLowerCase();
  if (!knownLanguages.includes(name)) return 'text';
  return name === 'mermaid' && readDiagram(code).problems.length > 0 ? 'text' : name;
}

function keepsAll(meta: string, kept: string): boolean {
  return meta.replace(/\s+/g, ' ') === kept.replace(/\s+/g, ' ');
}

/** A diagram has no lines to mark. */
function keepTitle(meta: string): string {
  const { title } = parseFenceMeta(meta);
  return title === undefined ? '' : `title="${title}"`;
}
