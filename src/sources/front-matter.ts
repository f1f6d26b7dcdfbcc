import type { Diagnostic } from '../diagnostics/index.ts';

/** A Markdown file in two parts. In `body`, blank lines replace the front matter, so that line numbers are those of the file. */
interface SplitFile {
  yaml: string;
  body: string;
}

const fence = /^---[ \t]*$/;

/** Splits a Markdown file (with LF line ends) into front matter and body. Returns a diagnostic if the front matter is missing or not closed. */
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
    what: 'Missing front matter: the first line is not `---`',
    why: 'It states the title and the date.',
    fix: 'Begin the file with `---`, then `title:` and `date:` (a translation: `title:` and `translates: { from: ko }`), then `---`.',
  };
}

function unclosedFrontMatter(file: string, lastLine: number): Diagnostic {
  return {
    file,
    line: lastLine,
    column: 1,
    rule: 'front-matter/unclosed',
    severity: 'error',
    what: 'The front matter has no closing `---`',
    why: 'Without it, the whole file is front matter.',
    fix: 'Put `---` on a line of its own between the front matter and the text.',
  };
}
