import { suggest, type Diagnostic } from '../../diagnostics/index.ts';
import type { Library, Text } from '../../library/index.ts';
import type { Comment } from '../../markdown/index.ts';
import { folderOf } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

/** What comments say of blocks can be followed: languages that there are, and names that two languages share. */
export const checkComments: Rule = (library) =>
  library.texts.flatMap((text) => {
    const others = library.texts.filter(
      ({ id, file }) => id !== text.id && folderOf(file) === folderOf(text.file),
    );
    const { comments } = text.survey;
    return comments
      .filter(({ key }) => key === 'only' || key === 'pair')
      .flatMap((comment) => {
        const said = comment.isBeforeBlock
          ? findMistake(comment, text, { library, others })
          : withoutBlock(comment);
        if (said === undefined) return [];
        const { line, column } = comment;
        return [{ file: text.file.file, line, column, severity: 'warning' as const, ...said }];
      });
  });

type Said = Pick<Diagnostic, 'rule' | 'what' | 'why' | 'fix'>;

interface Surroundings {
  library: Library;
  /** The article in its other languages. */
  others: readonly Text[];
}

function findMistake(comment: Comment, text: Text, around: Surroundings): Said | undefined {
  return comment.key === 'only'
    ? findWrongLocale(comment.value, text, around)
    : findWrongName(comment, text, around);
}

function findWrongLocale(value: string, { file }: Text, { library }: Surroundings): Said | undefined {
  const { locales } = library.content.site;
  if (value === file.locale) return undefined;
  const isKnown = locales.includes(value);
  return {
    rule: 'comment/wrong-locale',
    what: isKnown
      ? `Unexpected \`only: ${value}\` in ${file.locale}.md, expected \`only: ${file.locale}\``
      : `Unexpected locale \`${value}\` after \`only:\`${suggest(value, locales)}`,
    why: 'The comment keeps the block after it to the language that it stands in; another one can’t be meant.',
    fix: `Write \`<!-- only: ${file.locale} -->\`, or take the comment out.`,
  };
}

function findWrongName(
  { value, line, column }: Comment,
  text: Text,
  { others }: Surroundings,
): Said | undefined {
  if (!/^\S+$/.test(value)) {
    return {
      rule: 'comment/pair-name',
      what:
        value === ''
          ? 'Missing name after `pair:`'
          : `Unexpected name \`${value}\` after \`pair:\`, expected one word`,
      why: 'The block is pinned to the one of the same name in the other language; this one is not pinned at all.',
      fix: 'Write one word, and the same in the other language: `<!-- pair: name -->`.',
    };
  }
  const first = pairsIn(text).find((each) => each.value === value);
  if (first !== undefined && (first.line !== line || first.column !== column)) {
    return {
      rule: 'comment/pair-repeated',
      what: `Unexpected name \`${value}\` after \`pair:\`, expected one that line ${first.line} does not have`,
      why: 'A name pins one block of each language; which of the two is meant can’t be told.',
      fix: 'Give the two blocks names of their own, here and in the other language.',
    };
  }
  if (others.some((other) => pairsIn(other).some((each) => each.value === value))) return undefined;
  const names = [...new Set(others.flatMap(pairsIn).map((each) => each.value))];
  return {
    rule: 'comment/pair-alone',
    what: `Unexpected name \`${value}\` after \`pair:\`${names.length === 0 ? ', expected it in another language too' : suggest(value, names)}`,
    why: 'It pins the block to nothing: no other language of the article has a block of this name.',
    fix: `Write \`<!-- pair: ${value} -->\` before its counterpart too, or take the comment out.`,
  };
}

function pairsIn({ survey }: Text): Comment[] {
  return survey.comments.filter(({ key, isBeforeBlock }) => key === 'pair' && isBeforeBlock);
}

function withoutBlock({ key, value }: Comment): Said {
  return {
    rule: 'comment/without-block',
    what: `Unexpected \`${key}: ${value}\`, expected a block after it`,
    why: 'It speaks of the block after it, and none stands there; nothing comes of it.',
    fix: 'Put it on a line of its own right before the block that is meant.',
  };
}
