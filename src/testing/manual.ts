import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../tools/sites/run.ts';

/** A page of the documentation. */
export interface Page {
  /** Its path in the project: `docs/site.md`. */
  name: string;
  text: string;
}

/** A fenced code block of a page. */
export interface Example {
  page: string;
  line: number;
  language: string;
  code: string;
  /** The paragraph before it. */
  introduction: string;
}

/** Reads all pages of the documentation. */
export function listPages(): Page[] {
  const manual = readdirSync(path.join(root, 'docs')).filter((name) => name.endsWith('.md'));
  const names = [
    ...['README.md', 'README.ko.md', 'CONTRIBUTING.md', 'SECURITY.md', 'src/README.md'],
    ...manual.map((name) => `docs/${name}`),
  ];
  return names.map(readPage);
}

/** Reads a page of the documentation. */
export function readPage(name: string): Page {
  return { name, text: readFileSync(path.join(root, name), 'utf8') };
}

/** Lists the code blocks of a page in a language. */
export function listExamples({ name, text }: Page, language: string): Example[] {
  const blocks = text.matchAll(/^(`{3,})(\w+).*\n([\s\S]*?)^\1$/gm);
  return [...blocks].flatMap(({ 2: found = '', 3: code = '', index }) => {
    if (found !== language) return [];
    const before = text.slice(0, index).trimEnd();
    const introduction = before.slice(before.lastIndexOf('\n\n') + 2);
    return [{ page: name, line: before.split('\n').length + 2, language, code, introduction }];
  });
}

/** Returns the rows of all tables in the sections with these headings, as the texts of their cells by the heading of the column. */
export function listRows({ text }: Page, headings: readonly string[]): Record<string, string>[] {
  const sections = text.split(/^(?=## )/m);
  return headings.flatMap((heading) => {
    const section = sections.find((each) => each.startsWith(`## ${heading}\n`)) ?? '';
    return [...section.matchAll(/(?:^\|.*\n)+/gm)].flatMap(([table]) => {
      const [head = [], , ...rows] = table.trimEnd().split('\n').map(toCells);
      return rows.map((row) => Object.fromEntries(head.map((column, index) => [column, row[index] ?? ''])));
    });
  });
}

function toCells(row: string): string[] {
  return row
    .slice(1, row.lastIndexOf('|'))
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** Returns a page without code blocks. */
export function withoutBlocks(markdown: string): string {
  return markdown.replace(/^(`{3,})[\s\S]*?^\1$/gm, '');
}
