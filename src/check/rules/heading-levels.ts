import type { Rule } from '../rule.ts';

/** Reports headings that are more than one level below the heading before them. */
export const checkHeadingLevels: Rule = ({ texts }) =>
  texts.flatMap(({ file, survey }) =>
    survey.headings.flatMap(({ depth, text, line, column }, index) => {
      // The title of the page is the heading of level 1.
      const allowed = (survey.headings[index - 1]?.depth ?? 1) + 1;
      if (depth <= allowed) return [];
      return [
        {
          file: file.file,
          line,
          column,
          rule: 'heading/skipped-level',
          severity: 'warning',
          what: `The heading “${text}” is of level ${depth}, but a heading of level ${allowed} belongs between it and the one above`,
          why: 'Screen readers announce levels, and their users look for the section that is missing.',
          fix: `Write \`${'#'.repeat(allowed)} ${text}\`.`,
        },
      ];
    }),
  );
