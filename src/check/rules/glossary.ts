import type { Diagnostic } from '../../diagnostics/index.ts';
import { termIn } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

/** Reports names that two terms of the glossary share: search and links find terms by name. */
export const checkGlossary: Rule = ({ content: { glossary, site, files } }) => {
  const owners = new Map<string, string>();
  return Object.entries(glossary).flatMap(([id, term]) => {
    const names = [
      ...new Set([...site.locales.flatMap((locale) => termIn(term, locale) ?? []), ...term.aliases]),
    ];
    return names.flatMap((name): Diagnostic[] => {
      const key = name.normalize('NFC').toLowerCase();
      const owner = owners.get(key);
      owners.set(key, owner ?? id);
      if (owner === undefined || owner === id) return [];
      return [
        {
          file: files.glossary.name,
          ...(files.glossary.places.get(id) ?? { line: 1, column: 1 }),
          rule: 'glossary/repeated-name',
          severity: 'error',
          what: `The name \`${name}\` of \`${id}\` also belongs to \`${owner}\``,
          why: 'Search and links find terms by name, so only one of the two terms could be found by it.',
          fix: 'Remove the name from one of the terms, or merge the two.',
        },
      ];
    });
  });
};
