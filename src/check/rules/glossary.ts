import type { Diagnostic } from '../../diagnostics/index.ts';
import { termIn } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

/** Each name in the glossary belongs to one term: search and links go by names. */
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
          what: `Unexpected name \`${name}\` of \`${id}\`, expected one that \`${owner}\` does not have`,
          why: 'Whoever looks the name up would be given one of the two at random.',
          fix: 'Leave it to one of them, or make the two one term.',
        },
      ];
    });
  });
};
