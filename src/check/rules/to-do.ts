import { isPublic } from '../../library/index.ts';
import type { Rule } from '../rule.ts';

/** Reports blocks of published texts that begin with a note of the author to themselves. */
export const checkToDo: Rule = ({ texts }) =>
  texts.filter(isPublic).flatMap(({ file, survey }) =>
    survey.blocks.flatMap(({ type, text, line, column }) => {
      const [note] = (type === 'paragraph' || type === 'heading' ? notes.exec(text) : undefined) ?? [];
      if (note === undefined) return [];
      return [
        {
          file: file.file,
          line,
          column,
          rule: 'text/to-do',
          severity: 'warning',
          what: `This ${type} begins with \`${note}\``,
          why: 'Readers see it.',
          fix: 'Do what it says and remove it, or put it into a comment: `<!-- TODO: … -->`.',
        },
      ];
    }),
  );

/** Words by which authors mark what is left to do, in capitals and followed by a colon or the end. */
const notes = /^(?:TODO|FIXME|XXX|TBD|할 일)(?=:|$)/;
