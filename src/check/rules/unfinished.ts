import type { Diagnostic } from '../../diagnostics/index.ts';
import { isPublic, type Text } from '../../library/index.ts';
import type { Comment } from '../../markdown/index.ts';
import { isUntranslated } from '../../translation/index.ts';
import type { Rule } from '../rule.ts';

/** Reports marks that are left in published texts. Those of a translation that is not public yet are counted in its status. */
export const checkUnfinished: Rule = ({ texts }) => texts.filter(isPublic).flatMap(findUnfinished);

/** Returns a diagnostic for each mark that is left in a text. */
export function findUnfinished({ file, survey }: Text): Diagnostic[] {
  const { entry, places } = file;
  const inFrontMatter = (['title', 'description'] as const)
    .filter((key) => isUntranslated(entry[key]))
    .map((key) => ({
      ...(places.get(key) ?? { line: 1, column: 1 }),
      what: `\`${key}\` is not translated yet`,
      why: 'Lists, search results and the page would show it in the language of the source.',
      fix: 'Replace it with a translation, without the prefix `translate:`.',
    }));
  const comments = survey.comments.flatMap(({ key, value, line, column }) => {
    const message = messages[key];
    if (message === undefined) return [];
    return [{ line, column, ...message, what: `${message.what}: “${excerpt(value)}”` }];
  });
  return [...inFrontMatter, ...comments].map((found) => ({
    file: file.file,
    rule: 'translation/unfinished',
    severity: 'warning',
    ...found,
  }));
}

/** Messages about the comments that a translator has to deal with, by key. */
const messages: Partial<Record<Comment['key'], Pick<Diagnostic, 'what' | 'why' | 'fix'>>> = {
  translate: {
    what: 'Not translated yet',
    why: 'The source’s text is in a comment, so readers don’t see it.',
    fix: 'Replace the comment with a translation, or remove it if readers of this language don’t need it.',
  },
  added: {
    what: 'The source has a block here that is not translated',
    why: 'It was added after the text was translated. The page says so, but doesn’t show it.',
    fix: 'Replace the comment with a translation, or remove it if readers of this language don’t need it.',
  },
  revisit: {
    what: 'The block after this comment is marked for review',
    why: 'The source has changed since the block was translated.',
    fix: 'Update the block and remove the comment.',
  },
};

/** Returns the beginning of a text on one line: at most 40 characters. */
function excerpt(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim());
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : characters.join('');
}
