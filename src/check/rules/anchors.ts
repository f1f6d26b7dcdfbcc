import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Text } from '../../library/index.ts';
import { folderOf } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

/** The headings of an article's languages pair up, and no two headings of a text have one id. */
export const checkAnchors: Rule = ({ texts, anchors }) =>
  texts.flatMap((text) => {
    const settled = anchors.get(folderOf(text.file));
    const isUnpaired = settled?.unpaired.includes(text.file.locale) === true;
    return [
      ...(isUnpaired ? [unpaired(text, texts, settled.reference)] : []),
      ...findRepeated(text),
      ...findOverruled(text),
    ];
  });

function unpaired(text: Text, texts: readonly Text[], reference: string): Diagnostic {
  const other = texts.find(({ file }) => file.locale === reference && folderOf(file) === folderOf(text.file));
  const at = text.survey.headings.findIndex(
    ({ depth }, index) => depth !== other?.survey.headings[index]?.depth,
  );
  const heading = text.survey.headings[at] ?? text.survey.headings.at(-1);
  const counterpart = other?.survey.headings[at];
  return {
    file: text.file.file,
    line: heading?.line ?? 1,
    column: heading?.column ?? 1,
    rule: 'anchor/unpaired',
    severity: 'warning',
    what: `Unexpected outline, expected the headings of ${reference}.md (${text.survey.headings.length} here, ${other?.survey.headings.length ?? 0} there; they part here${counterpart === undefined ? '' : ` from ${reference}.md:${counterpart.line}`})`,
    why: 'The headings keep ids of their own, so a reader who switches language in the middle loses the place.',
    fix: 'Give both languages the same headings, at the same levels in the same order.',
  };
}

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
        fix: `Write \`{#${id}}\` here too, or take one of the two out.`,
      },
    ];
  });
}
