import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Text } from '../../library/index.ts';
import { isUntranslated } from '../../translation/index.ts';
import type { Rule } from '../rule.ts';
import { excerpt } from '../words.ts';

/** Nothing is left in a text of what was to be translated or looked at again. */
export const checkUnfinished: Rule = ({ texts }) => texts.flatMap(findUnfinished);

/** What is left to do in a text, each with its place. */
export function findUnfinished({ file, survey }: Text): Diagnostic[] {
  const { entry, places } = file;
  const inFrontMatter = (['title', 'description'] as const)
    .filter((key) => isUntranslated(entry[key]))
    .map((key) => ({
      ...(places.get(key) ?? { line: 1, column: 1 }),
      what: `Unexpected \`translate:\` in \`${key}\`, expected the translation`,
      why: 'It is shown wherever the text is listed, and it says something in another language.',
      fix: 'Write it in the language of this file, without `translate:`.',
    }));
  const comments = survey.comments.flatMap(({ key, value, line, column }) => {
    if (key !== 'translate' && key !== 'revisit') return [];
    const told = key === 'translate' ? toTranslate : toRevisit;
    return [{ line, column, ...told, what: `${told.what}: “${excerpt(value)}”` }];
  });
  return [...inFrontMatter, ...comments].map((found) => ({
    file: file.file,
    rule: 'translation/unfinished',
    severity: 'warning',
    ...found,
  }));
}

const toTranslate = {
  what: 'Unexpected comment, expected its translation',
  why: 'Readers don’t see it, so they miss what it says.',
  fix: 'Write the translation in its place, or take it out if it is not for readers of this language.',
};

const toRevisit = {
  what: 'Unexpected comment, expected the block after it to be looked at again',
  why: 'The source has changed since it was translated.',
  fix: 'Bring the block up to date and take the comment out.',
};
