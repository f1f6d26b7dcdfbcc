import { suggest, type Diagnostic } from '../../diagnostics/index.ts';
import { findSiblings, type Library, type Text } from '../../library/index.ts';
import type { Comment } from '../../markdown/index.ts';
import { isValidId, listIds } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports `only:`, `pair:` and `anchor:` comments that have no effect: unknown languages, names that the other language lacks, ids that are
 * in use, no block after them.
 */
export const checkComments: Rule = (library) =>
  library.texts.flatMap((text) => {
    const others = findSiblings(text, library);
    const { comments } = text.survey;
    return comments
      .filter(({ key }) => key === 'only' || key === 'pair' || key === 'anchor')
      .flatMap((comment) => {
        const mistake = comment.isBeforeBlock
          ? findMistake(comment, text, { library, others })
          : withoutBlock(comment);
        if (mistake === undefined) return [];
        const { line, column } = comment;
        return [{ file: text.file.file, line, column, severity: 'warning' as const, ...mistake }];
      });
  });

type Mistake = Pick<Diagnostic, 'rule' | 'what' | 'why' | 'fix'>;

interface Context {
  library: Library;
  /** Texts of the article in other languages. */
  others: readonly Text[];
}

function findMistake(comment: Comment, text: Text, context: Context): Mistake | undefined {
  switch (comment.key) {
    case 'only':
      return findWrongLocale(comment.value, text, context);
    case 'anchor':
      return findWrongIds(comment, text);
    default:
      return findWrongName(comment, text, context);
  }
}

function findWrongLocale(value: string, { file }: Text, { library }: Context): Mistake | undefined {
  const { locales } = library.content.site;
  if (value === file.locale) return undefined;
  const isKnown = locales.includes(value);
  return {
    rule: 'comment/wrong-locale',
    what: isKnown
      ? `\`only: ${value}\` can’t be used in ${file.locale}.md`
      : `Unknown language \`${value}\` after \`only:\`${suggest(value, locales)}`,
    why: 'The comment says that the block after it exists only in this file’s language, so only that language can be named.',
    fix: `Write \`<!-- only: ${file.locale} -->\`, or remove the comment.`,
  };
}

function findWrongName(
  { value, line, column }: Comment,
  text: Text,
  { others }: Context,
): Mistake | undefined {
  if (!/^\S+$/.test(value)) {
    return {
      rule: 'comment/pair-name',
      what:
        value === ''
          ? 'Missing name after `pair:`'
          : `Unexpected name \`${value}\` after \`pair:\`, expected one word`,
      why: 'A pair comment pins its block to the block with the same one-word name in the other language; without such a name it has no effect.',
      fix: 'Write the same single word in both languages: `<!-- pair: name -->`.',
    };
  }
  const first = pairsIn(text).find((each) => each.value === value);
  if (first !== undefined && (first.line !== line || first.column !== column)) {
    return {
      rule: 'comment/pair-repeated',
      what: `The pair name \`${value}\` is already used in line ${first.line}`,
      why: 'A name pins one block in each language, so it is unclear which of the two is meant.',
      fix: 'Give the two blocks different names, here and in the other language.',
    };
  }
  if (others.some((other) => pairsIn(other).some((each) => each.value === value))) return undefined;
  const names = [...new Set(others.flatMap(pairsIn).map((each) => each.value))];
  return {
    rule: 'comment/pair-alone',
    what: `No other language has the pair name \`${value}\`${suggest(value, names)}`,
    why: 'The comment has no effect unless a block in another language of the article has the same name.',
    fix: `Write \`<!-- pair: ${value} -->\` before its counterpart, too, or remove the comment.`,
  };
}

/** Finds ids of an `anchor:` comment that are not valid, or that another place of the text has. */
function findWrongIds({ value, line, column }: Comment, { survey, placeIds }: Text): Mistake | undefined {
  const ids = value.split(/\s+/);
  const invalid = ids.find((id) => !isValidId(id));
  if (invalid !== undefined) {
    return {
      rule: 'comment/anchor-id',
      what: invalid === '' ? 'Missing id after `anchor:`' : `Invalid id \`${invalid}\` after \`anchor:\``,
      why: 'The comment keeps ids of places that have been removed, so that old links lead to the block after it.',
      fix: 'Write the ids without `#`, with blanks between them: `<!-- anchor: table-3 an-old-heading -->`.',
    };
  }
  const earlier = survey.formerIds.filter(
    (former) => former.line < line || (former.line === line && former.column < column),
  );
  const inUse = new Set([...listIds(survey.places, placeIds), ...earlier.map(({ id }) => id)]);
  const taken = ids.find((id, index) => inUse.has(id) || ids.indexOf(id) < index);
  if (taken === undefined) return undefined;
  return {
    rule: 'comment/anchor-taken',
    what: `The id \`${taken}\` after \`anchor:\` is in use in this text`,
    why: 'A link to it leads to the place that has it, so the comment has no effect.',
    fix: `Remove \`${taken}\` from this comment.`,
  };
}

function pairsIn({ survey }: Text): Comment[] {
  return survey.comments.filter(({ key, isBeforeBlock }) => key === 'pair' && isBeforeBlock);
}

function withoutBlock({ key, value }: Comment): Mistake {
  return {
    rule: 'comment/without-block',
    what: `No block follows the comment \`${key}: ${value}\``,
    why: 'The comment applies to the block that follows it, so it has no effect here.',
    fix: 'Put it on a line of its own directly before the block it is about.',
  };
}
