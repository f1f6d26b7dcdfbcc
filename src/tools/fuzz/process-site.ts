import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { checkLibrary } from '../../check/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { createLibrary, renderText } from '../../library/index.ts';
import { readContent } from '../../sources/index.ts';

/** The files of a content folder by relative path. */
type SiteFiles = Readonly<Record<string, string>>;

const settings: SiteFiles = {
  'site.yaml': `name: { ko: 시험, en: Test }
description: { ko: 시험, en: Test }
author: { name: Test }
origin: https://example.org
timezone: Asia/Seoul
locales: [ko, en]
`,
  'topics.yaml': 'words:\n  label: { ko: 낱말, en: Words }\n  description: { ko: 말, en: Words }\n',
  'articles/a/ko.md': '---\ntitle: 제목\ndescription: 설명.\ndate: 2026-01-01\n---\n\n## 글\n\n글이다.\n',
};

/**
 * Reads, checks and renders a site with these files, and the settings of a small one unless they are among the files.
 *
 * Throws if a file crashes the program, if a diagnostic has a place outside its file, and if HTML could run something.
 */
export async function processSite(changed: SiteFiles): Promise<void> {
  const files = { ...settings, ...changed };
  const root = mkdtempSync(path.join(tmpdir(), 'narani-fuzz-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(root, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const content = await readContent({ content: root, publicFolder: path.join(root, 'public'), root });
    const library = createLibrary(content, '2026-06-01');
    const diagnostics = await checkLibrary(library);
    for (const text of library.texts) {
      const rendered = await renderText(text);
      diagnostics.push(...rendered.diagnostics);
      const danger = findDanger(rendered.html);
      if (danger !== undefined) throw new Error(`Dangerous HTML: ${danger}`);
    }
    const lines = new Map(Object.entries(files).map(([name, text]) => [name, text.split(/\r\n?|\n/).length]));
    for (const each of diagnostics) checkPlace(each, lines.get(each.file) ?? 1);
  } finally {
    rmSync(root, { recursive: true });
  }
}

function checkPlace({ file, line, column, rule, what }: Diagnostic, lines: number): void {
  if (rule === 'text/crash') throw new Error(`${file}: ${what}`);
  if (!(line >= 1 && line <= lines && column >= 1))
    throw new Error(`${file}:${line}:${column} is not in the file: ${rule}`);
}

/** Returns an element or attribute that could run, load or submit something. */
function findDanger(html: string): string | undefined {
  let danger: string | undefined;
  visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties }: Element) => {
    if (forbidden.has(tagName)) danger = `<${tagName}>`;
    for (const [name, value] of Object.entries(properties)) {
      // Browsers ignore white space and control characters in the scheme.
      const address = String(value).replace(/[\u0000-\u0020]/g, '');
      if (/^on|^srcdoc$|^formAction$/i.test(name) || /^(?:javascript|vbscript|data):/i.test(address))
        danger = `<${tagName} ${name}="${address}">`;
    }
  });
  return danger;
}

const forbidden = new Set(
  'script style link meta base form textarea select iframe frame object embed template noscript title body html head'.split(
    ' ',
  ),
);
