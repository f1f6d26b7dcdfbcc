import { isPublic } from '../../library/index.ts';
import type { Entry } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

/** Reports entries that have front matter only, except drafts. A translation without a text is not public, which its status says. */
export const checkEmptyTexts: Rule = ({ texts }) =>
  texts.filter(isPublic).flatMap(({ file, survey }) => {
    if (!survey.isEmpty || isDraft(file.entry)) return [];
    return [
      {
        file: file.file,
        line: file.body.split('\n').length,
        column: 1,
        rule: 'text/empty',
        severity: 'warning',
        what: 'There is no text after the front matter',
        why: 'Readers would find a title with nothing below it.',
        fix: 'Write the text, or put `draft: true` into the front matter until you do.',
      },
    ];
  });

function isDraft({ role }: Entry): boolean {
  return role.draft;
}
