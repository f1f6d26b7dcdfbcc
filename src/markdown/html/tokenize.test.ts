import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenizeHtml } from './tokenize.ts';

const gap = /^(?:<\/>)*$/;

function tokens(html: string): string[] {
  return tokenizeHtml(html).map(({ type, start, end }) => `${type} ${html.slice(start, end)}`);
}

describe('HTML consists of', () => {
  test.each<[string, string[]]>([
    ['a<B title="x>y">c</B>', ['text a', 'open <B title="x>y">', 'text c', 'close </B>']],
    ['<title>a<b></title>c', ['open <title>', 'text a<b>', 'close </title>', 'text c']],
    ['<title>a<b>c', ['open <title>', 'text a', 'open <b>', 'text c']],
    ['<!--a--><!-- b', ['comment <!--a-->', 'comment <!-- b']],
    ['<?xml a?><!DOCTYPE b>', ['declaration <?xml a?>', 'declaration <!DOCTYPE b>']],
    ['<i>a <p title="b\nc', ['open <i>', 'text a', 'text  ', 'cut <p title="b\nc']],
  ])('%j: tags, text and the rest', (html, expected) => {
    expect(tokens(html)).toEqual(expected);
  });

  test('tokens that follow each other without a gap except for `</>`, whatever the HTML', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '</',
      '<b',
      '<title>',
      '</title>',
      '"',
      '=',
      '<!--',
      '-->',
      '<?',
      '&lt;',
      '&',
      'a',
      ' ',
      '\n',
      '/',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const html = pieces.join('');
        let end = 0;
        for (const token of tokenizeHtml(html)) {
          expect(html.slice(end, token.start)).toMatch(gap);
          ({ end } = token);
        }
        expect(html.slice(end)).toMatch(gap);
      }),
    );
  });
});
