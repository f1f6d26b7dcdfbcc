import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Library } from '../../library/index.ts';
import { findDictionary } from '../../locale/index.ts';

/** Each language of the site has a dictionary of interface strings. Not a rule like the others: it has to load them. */
export async function checkDictionaries({ content: { site, files } }: Library): Promise<Diagnostic[]> {
  const found = await Promise.all(site.locales.map(findDictionary));
  return site.locales.flatMap((locale, index) => {
    if (found[index] !== undefined) return [];
    return [
      {
        file: files.site.name,
        ...(files.site.places.get(`locales.${index}`) ?? { line: 1, column: 1 }),
        rule: 'site/without-dictionary',
        severity: 'error',
        what: `Unexpected locale \`${locale}\`, expected one that the interface is translated into`,
        why: 'Its pages would have no words for menus, dates and notices.',
        fix: `Write src/locale/dictionaries/${locale}.ts and src/locale/dictionaries/search/${locale}.ts after the example of another, or take the locale out.`,
      },
    ];
  });
}
