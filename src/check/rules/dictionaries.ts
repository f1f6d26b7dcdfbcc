import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Library } from '../../library/index.ts';
import { listMissingWords } from '../../figures/registry/find-figures.ts';
import { findDictionary, type Locale } from '../../locale/index.ts';

/** Reports languages of the site without a dictionary for the interface, or for the figures that texts in it place. Async, unlike the other rules: dictionaries are loaded lazily. */
export async function checkDictionaries({ content, texts }: Library): Promise<Diagnostic[]> {
  const { site } = content;
  const settings = content.files.site;
  const missing = await Promise.all(
    site.locales.map(async (locale) => listMissing(locale, figuresIn(texts, locale))),
  );
  return site.locales.flatMap((locale, index) => {
    const files = missing[index] ?? [];
    if (files.length === 0) return [];
    return [
      {
        file: settings.name,
        ...(settings.places.get(`locales.${index}`) ?? { line: 1, column: 1 }),
        rule: 'site/without-dictionary',
        severity: 'error',
        what: `The interface or the figures are not translated into the locale \`${locale}\``,
        why: 'Pages in that language would lack the text of menus, dates, notices or figures.',
        fix: `Add ${list.format(files)}, following the files of another language, or remove the locale.`,
      },
    ];
  });
}

/** Lists the names of the figures that texts in a language place. */
function figuresIn(texts: Library['texts'], locale: Locale): string[] {
  return texts
    .filter(({ file }) => file.locale === locale)
    .flatMap(({ survey }) => survey.figures.map(({ name }) => name));
}

/** Returns the paths, from the root of the project, of the dictionaries that a language lacks. */
async function listMissing(locale: Locale, figures: readonly string[]): Promise<string[]> {
  const ofInterface = ['dictionaries', 'dictionaries/search'].map(
    (folder) => `src/locale/${folder}/${locale}.ts`,
  );
  return [
    ...((await findDictionary(locale)) === undefined ? ofInterface : []),
    ...(await listMissingWords(locale, figures)),
  ];
}

const list = new Intl.ListFormat('en');
