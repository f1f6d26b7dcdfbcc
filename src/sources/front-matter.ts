import type { Diagnostic } from '../diagnostics/index.ts';

/** A Markdown file taken apart. The body keeps the line numbers of the file: blank lines stand where the front matter was. */
export interface SplitFile {
  yaml: string;
  body: string;
}

const fence = /^---[ \t]*$/;

/** Take the front matter off a Markdown file (text with LF lines), or say what is wrong with it. */
export function splitFrontMatter(text: string, file: string): SplitFile | Diagnostic {
  if (text.trim() === '') return emptyFile(file);
  const lines = text.split('\n');
  if (!fence.test(lines[0] ?? '')) return missingFrontMatter(file);
  const end = lines.findIndex((line, index) => index > 0 && fence.test(line));
  if (end === -1) return unclosedFrontMatter(file, lines.length);
  return {
    yaml: lines.slice(1, end).join('\n'),
    body: '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n'),
  };
}

function emptyFile(file: string): Diagnostic {
  return {
    file,
    line: 1,
    column: 1,
    rule: 'front-matter/empty-file',
    severity: 'error',
    what: 'The file is empty',
    why: 'The article would be published without a title or text.',
    fix: 'Write the article, or delete the file until you do.',
  };
}

function missingFrontMatter(file: string): Diagnostic {
  return {
    file,
    line: 1,
    column: 1,
    rule: 'front-matter/missing',
    severity: 'error',
    what: 'Missing front matter, expected `---` on the first line',
    why: 'Title, description and date come from it.',
    fix: 'Begin the file with `---`, then `title:`, `description:`, `date:` and `topics:` (a translation: `translates: { from: ko }` instead of the last two), then `---`.',
  };
}

function unclosedFrontMatter(file: string, lastLine: number): Diagnostic {
  return {
    file,
    line: lastLine,
    column: 1,
    rule: 'front-matter/unclosed',
    severity: 'error',
    what: 'Unexpected end of file, expected `---` after the front matter',
    why: 'Without it the whole text is read as front matter.',
    fix: 'Put `---` on a line of its own between the front matter and the text.',
  };
}
