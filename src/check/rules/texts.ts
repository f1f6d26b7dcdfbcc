import type { Rule } from '../rule.ts';

/** An entry has a text. */
export const checkTexts: Rule = ({ texts }) =>
  texts.flatMap(({ file, tree }) => {
    if (tree.children.length > 0) return [];
    return [
      {
        file: file.file,
        line: file.body.split('\n').length,
        column: 1,
        rule: 'text/empty',
        severity: 'warning',
        what: 'Missing text after the front matter',
        why: 'Readers would find a title and nothing under it.',
        fix: 'Write it, or put `draft: true` into the front matter of the source until you do.',
      },
    ];
  });
