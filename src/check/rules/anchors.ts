import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Text } from '../../library/index.ts';
import type { Rule } from '../rule.ts';

/** No two headings of a text have one id, and each has the one that its author wrote. */
export const checkAnchors: Rule = ({ texts }) =>
  texts.flatMap((text) => [...findRepeated(text), ...findOverruled(text)]);

function findRepeated(text: Text): Diagnostic[] {
  return text.survey.headings.flatMap((heading, index) => {
    const id = text.anchors[index];
    if (id === undefined || text.anchors.indexOf(id) === index) return [];
    return [
      {
        file: text.file.file,
        line: heading.line,
        column: heading.column,
        rule: 'anchor/repeated',
        severity: 'error',
        what: `Unexpected id \`${id}\`, expected one that no heading before has`,
        why: 'A link to it leads to the first of them only.',
        fix: 'Give this heading another `{#id}`.',
      },
    ];
  });
}

/** Ids that their author wrote and that the heading did not get, as its counterpart in another language says another. */
function findOverruled(text: Text): Diagnostic[] {
  return text.survey.headings.flatMap(({ explicitId, line, column }, index) => {
    const id = text.anchors[index];
    if (explicitId === undefined || id === undefined || explicitId === id) return [];
    return [
      {
        file: text.file.file,
        line,
        column,
        rule: 'anchor/conflict',
        severity: 'error',
        what: `Unexpected id \`${explicitId}\`, expected \`${id}\` as in the other language`,
        why: 'A heading has one id in all languages; a link to the other one would lead nowhere.',
        fix: `Write \`{#${id}}\` here too, or take one of the two out; if they are two headings, put \`<!-- only: ${text.file.locale} -->\` before this one.`,
      },
    ];
  });
}
