/** A text of about `length` characters that has once been slow, or resembles one that has. */
export type SlowPattern = (length: number) => string;

/**
 * Texts whose time to parse or render grew, or might grow, faster than their length, by name: repeated openers without closers,
 * closers without openers, deep nesting, and many of everything that is looked up by name.
 */
export const slowPatterns: Readonly<Record<string, SlowPattern>> = {
  lines: of('가나다\n'),
  'closing brackets': of(']'),
  'closing brackets, spaced': of('] '),
  'brackets, nested': nested('[', 'a', ']'),
  'references without an end': of('[a]['),
  'links without an end': of('[a]('),
  'links with < and without an end': of('[a](<b'),
  'links with a title and without an end': of('[a](b "'),
  'links with nested parentheses': of('[a](b('),
  'images without an end': of('!['),
  'images, nested': nested('![', 'x', '](./a.png)'),
  'links, nested': nested('[', 'x', '](a)'),
  links: of('[a](b) '),
  'links by name': of('[[a]] '),
  'links by name, a sentence each': of('A [[a]]. '),
  'links by name without an end': of('[[a'),
  'reference links': of('[a][b] ', '\n\n[b]: c\n'),
  'reference links that are not defined': of('[a][b] '),
  'links with unclosed emphasis': of('[*a](b) '),
  'emphasis between letters': of('가**나**'),
  'closers of emphasis': of('a*'),
  'closers of strong emphasis': of('a**'),
  'openers of emphasis': of('*a '),
  'openers of strong emphasis': of('**a '),
  'underscores between words': of('_a_b '),
  'emphasis, mixed runs': of('a**b*c* '),
  'emphasis with delimiters of many lengths': ofNumbers((number) => `a${'*'.repeat(1 + (number % 50))}b `),
  'asterisks and underscores': of('*_'),
  'openers, then closers': nested('*a ', 'b', ' c*'),
  'a run of asterisks around a word': nested('*', 'a', '*'),
  'openers of strikethrough': of('~~a '),
  'closers of strikethrough': of('a~~'),
  'tildes between letters': of('가~~나~~'),
  'tildes in runs': ofNumbers((number) => `a${'~'.repeat(1 + (number % 50))}b `),
  'backticks in runs of growing lengths': ofNumbers((number) => `${'\`'.repeat(number + 1)}a`),
  'backticks in pairs': of('`a``'),
  'angle brackets': of('<'),
  'angle brackets of addresses': of('<a@b.'),
  'tags without an end': of('<a b="'),
  'closing tags': of('</b>'),
  'comments without an end': of('a <!-- '),
  'instructions without an end': of('a <? '),
  'elements without an end': of('<b>'),
  'elements without an end, a paragraph each': of('<b>a\n\n'),
  'blocks without an end': of('<div>'),
  'blocks without an end, a paragraph each': of('<div>\n\n'),
  'different elements without an end': of('<b><i><s><u><a>'),
  'elements that are misnested': of('<b><p></b></p>'),
  'tables without an end': of('<table><tr><td>'),
  'raw attributes': (length) => `<b ${ofNumbers((number) => `a${number}="b" `)(length)}>c</b>`,
  entities: of('&amp;'),
  ampersands: of('&'),
  escapes: of('\\*'),
  'hard breaks': of('a\\\n'),
  'spaces and a line end': of('a      \n'),
  tabs: of('\t'),
  'a heading of spaces and hashes': (length) => `# a ${'# '.repeat(length / 2)}b`,
  headings: of('# 가나다\n\n'),
  'headings with one name': of('## a\n'),
  'underlined headings': of('a\n=\n'),
  'list items on a line': of('- '),
  'numbered list items on a line': of('1. '),
  'list items, each deeper': (length) =>
    Array.from({ length: Math.sqrt(length) }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
  'list items': of('- a\n'),
  'list items between blank lines': of('- a\n\n'),
  'items on a line, and lazy lines': (length) => `${'- '.repeat(90)}a\n${'b\n'.repeat(length / 2)}`,
  'quotes on a line': of('>'),
  'quotes and items on a line': of('> - '),
  'quotes, and lazy lines': (length) => `${'>'.repeat(90)}a\n${'b\n'.repeat(length / 2)}`,
  'quotes of growing depth': (length) =>
    Array.from({ length: Math.sqrt(length * 2) }, (_, depth) => `${'>'.repeat(depth)}a`).join('\n\n'),
  'quotes around items that are deeper each': (length) =>
    `${'>'.repeat(90)}a\n${Array.from({ length: Math.sqrt(length) }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')}`,
  'quotes, a line each': of('> a\n'),
  'empty items': of('-\n'),
  'definitions of many names': ofNumbers((number) => `[a${number}]: b\n`),
  'definitions of one name': of('[a]: b\n'),
  'definitions and their references': ofNumbers((number) => `[a${number}]: b\n\n[c][a${number}]\n\n`),
  'definitions without an end': of('[a]: <'),
  'definitions with a title and without an end': of('[a]: b "c\n'),
  'labels at their longest': of(`[${'a'.repeat(990)} `),
  'footnote references': of('a[^1] ', '\n\n[^1]: b\n'),
  'footnotes of many names': ofNumbers((number) => `a[^${number}]\n\n[^${number}]: b\n\n`),
  'footnotes in one paragraph': (length) => {
    const count = length / 20;
    const numbers = Array.from({ length: count }, (_, number) => number);
    return `${numbers.map((number) => `a[^${number}]`).join(' ')}\n\n${numbers.map((number) => `[^${number}]: b\n`).join('')}`;
  },
  'footnotes that are not defined': of('a[^1] '),
  'footnotes without an end': of('[^'),
  'footnotes within footnotes': of('[^a]: '),
  'table cells in a row': (length) => `|${'a|'.repeat(length / 4)}\n|${'-|'.repeat(length / 4)}\n`,
  'table rows': of('|a|b|\n', '', '|a|b|\n|-|-|\n'),
  'table rows and columns': (length) => {
    const columns = Math.sqrt(length / 2);
    const row = `|${'a|'.repeat(columns)}\n`;
    return `${row}|${'-|'.repeat(columns)}\n${row.repeat(columns)}`;
  },
  'table rows of one cell below many columns': (length) =>
    `|${'a|'.repeat(Math.sqrt(length))}\n|${'-|'.repeat(Math.sqrt(length))}\n${'|\n'.repeat(length / 2)}`,
  pipes: of('|'),
  'pipes, then a delimiter row': (length) => `${'|'.repeat(length)}\n|-|\n`,
  'a table after many lines': of('a\n', '|-|\n'),
  'lines that might be tables': of('a | b\n'),
  colons: of('a:b '),
  'callouts within callouts': (length) => {
    const depth = Math.sqrt(length);
    return Array.from({ length: depth }, (_, level) => `${':'.repeat(depth - level + 3)}note\n`).join('');
  },
  'callouts of one length': of(':::note\n'),
  'callouts with a label and without an end': of(':::note[a'),
  'callouts with attributes and without an end': of(':::note{a="'),
  callouts: of(':::note\na\n:::\n'),
  'figure attributes': (length) => `::figure{${ofNumbers((number) => `a${number}=b `)(length)}}\n`,
  'fences of growing lengths': ofNumbers((number) => `${'\`'.repeat(3 + (number % 100))}\na\n`),
  'a fence without an end': (length) => `\`\`\`js\n${'a = [1, 2];\n'.repeat(length / 12)}`,
  'code in a fence': of('const a = "b"; // c\n', '```\n', '```ts\n'),
  'one line in a fence': of('a(b[', '\n```\n', '```ts\n'),
  'highlighted lines of a fence': (length) =>
    `\`\`\`js {${ofNumbers((number) => `${number * 2 + 1},`)(length)}9}\na\n\`\`\`\n`,
  'indented code': of('    a\n'),
  'dashes in a line': of('- ', 'a'),
  addresses: of('https://example.com/a '),
  'addresses with parentheses': (length) => `https://a.b/${'('.repeat(length / 2)}${')'.repeat(length / 2)}`,
  'addresses that end in punctuation': (length) => `https://a.b/${'.'.repeat(length)}`,
  'addresses that end in entities': (length) => `https://a.b/${'&a;'.repeat(length / 3)}`,
  'mail addresses': of('a@b.c '),
  'mail addresses without an end': of('a@'),
  'comments for Narani': of('<!-- only: ko -->\n\na\n\n'),
  'carets of headings': of('## a {#b}\n'),
  'braces of headings': (length) => `## a ${'{#'.repeat(length / 2)}`,
  'captions of images': of('![a](b.png)\n\n*c*\n\n'),
  'dollar signs between letters': of('$a$b '),
  'display math without an end': of('$$\na\n'),
  'math commands without an end': (length) => `$${'\\frac{'.repeat(length / 6)}$`,
  'math groups, nested': (length) => `$${'{'.repeat(length / 2)}a${'}'.repeat(length / 2)}$`,
  'a diagram with many nodes': ofNumbers((number) => `  a${number}\n`, '```\n', '```mermaid\nflowchart LR\n'),
  'a diagram with many edges': ofNumbers(
    (number) => `  a${number} --> a${number + 1}\n`,
    '```\n',
    '```mermaid\nflowchart LR\n',
  ),
  'a diagram with crossing edges': ofNumbers(
    (number) => `  a${number % 10} --> b${number % 11}\n`,
    '```\n',
    '```mermaid\nflowchart LR\n',
  ),
  'a diagram with many messages': of('  A->>B: c\n', '```\n', '```mermaid\nsequenceDiagram\n'),
  'a diagram with many participants': ofNumbers(
    (number) => `  participant a${number}\n`,
    '```\n',
    '```mermaid\nsequenceDiagram\n',
  ),
  'a diagram with nested groups': of('  loop a\n', '```\n', '```mermaid\nsequenceDiagram\n'),
  'a diagram with nested subgraphs': ofNumbers(
    (number) => `  subgraph s${number}\n`,
    '```\n',
    '```mermaid\nflowchart LR\n',
  ),
  'a diagram with a long label': (length) =>
    `\`\`\`mermaid\nflowchart LR\n  a["${'가 '.repeat(length / 2)}"]\n\`\`\`\n`,
  'a diagram with many chained edges in a line': (length) =>
    `\`\`\`mermaid\nflowchart LR\n  a${ofNumbers((number) => ` --> a${number}`)(length)}\n\`\`\`\n`,
  'short diagrams': of('```mermaid\nflowchart LR\n  a --> b\n```\n\n'),
};

function of(piece: string, end = '', start = ''): SlowPattern {
  return (length) => start + piece.repeat(Math.ceil(length / piece.length)) + end;
}

function ofNumbers(piece: (number: number) => string, end = '', start = ''): SlowPattern {
  return (length) => {
    let text = start;
    for (let number = 0; text.length < length; number += 1) text += piece(number);
    return text + end;
  };
}

function nested(opener: string, middle: string, closer: string): SlowPattern {
  return (length) => {
    const depth = Math.ceil(length / (opener.length + closer.length));
    return opener.repeat(depth) + middle + closer.repeat(depth);
  };
}
