import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Library } from '../../library/index.ts';
import { listMissingWords } from '../../figures/registry/find-figures.ts';
import { findDictionary, type Locale } from '../../locale/index.ts';

/** Each language of the site has its words of the interface and of figures. Not a rule like the others: it has to load them. */
export async function checkDictionaries({ content }: Library): Promise<Diagnostic[]> {
  const { site } = content;
  const settings = content.files.site;
  const missing = await Promise.all(site.locales.map(listMissing));
  return site.locales.flatMap((locale, index) => {
    const files = missing[index] ?? [];
    if (files.length === 0) return [];
    return [
      {
        file: settings.name,
        ...(settings.places.get(`locales.${index}`) ?? { line: 1, column: 1 }),
        rule: 'site/without-dictionary',
        severity: 'error',
        what: `Unexpected locale \`${locale}\`, expected one that the interface and all figures are translated into`,
        why: 'Its pages would have no words for menus, dates and notices, or figures none for what they show.',
        fix: `Write ${list.format(files)} after the example of another language, or take the locale out.`,
      },
    ];
  });
}

/** The files of words that a language lacks, by their paths in the project. */
async function listMissing(locale: Locale): Promise<string[]> {
  const ofInterface = ['dictionaries', 'dictionaries/search'].map(
    (folder) => `src/locale/${folder}/${locale}.ts`,
  );
  return [
    ...((await findDictionary(locale)) === undefined ? ofInterface : []),
    ...(await listMissingWords(locale)),
  ];
}

const list = new Intl.ListFormat('en');
