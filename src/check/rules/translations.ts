import type { Diagnostic } from '../../diagnostics/index.ts';
import type { LocalizedText } from '../../locale/index.ts';
import type { Rule } from '../rule.ts';

/** Names and descriptions of the site and its topics are there in every language of the site. */
export const checkTranslations: Rule = ({ content }) => {
  const { site, topics } = content;
  const missing = (file: string, key: string, text: LocalizedText): Diagnostic[] =>
    site.locales
      .filter((locale) => text[locale] === undefined)
      .map((locale) => missingText(file, `${key}.${locale}`));
  return [
    ...missing('site.yaml', 'name', site.name),
    ...missing('site.yaml', 'description', site.description),
    ...Object.entries(topics).flatMap(([id, { label, description }]) => [
      ...missing('topics.yaml', `${id}.label`, label),
      ...missing('topics.yaml', `${id}.description`, description),
    ]),
  ];
};

function missingText(file: string, key: string): Diagnostic {
  return {
    file,
    line: 1,
    column: 1,
    rule: 'translation/missing-text',
    severity: 'warning',
    what: `Missing \`${key}\``,
    why: 'Readers of that language see the text of another.',
    fix: `Add it to ${file}.`,
  };
}
