import { suggest, type Diagnostic } from '../diagnostics/index.ts';
import { localeToLabel, type Locale } from '../locale/index.ts';
import { foldName, slugPattern, toSlug } from '../model/index.ts';
import type { TextName } from './address.ts';

/** A file or folder in the imported folder. Contents of folders not named by a language can be omitted. */
export interface TreeItem {
  /** Path relative to that folder, with `/`, in the Unicode form of the file system. */
  name: string;
  type: 'file' | 'folder' | 'link' | 'other';
}

/** A file to import as a text. */
interface TextFile extends TextName {
  /** Path relative to the folder, in the Unicode form of the file system. */
  name: string;
}

/** Finds the texts in a folder and reports everything else in it, except hidden files. */
export function findTexts(
  items: readonly TreeItem[],
  folder: string,
  locales: readonly Locale[],
): { texts: TextFile[]; diagnostics: Diagnostic[] } {
  const visible = items.filter(({ name }) => !name.split('/').some((part) => part.startsWith('.')));
  const classified = visible.map((item) => ({ item, ...classify(item, { locales, items: visible }) }));
  const texts = classified.flatMap(({ text }) => (text === undefined ? [] : [text]));
  const strays = classified.flatMap(({ item, stray }) =>
    stray === undefined ? [] : [atTop(stray, `${folder}/${item.name}`)],
  );
  const twins = findTwins(texts, folder);
  const slugs = texts.filter(({ slug }) => !slugPattern.test(slug)).map((text) => wrongSlug(text, folder));
  const empty = texts.length === 0 ? [noTexts(folder, locales)] : findEmpty(texts, folder, locales);
  return { texts, diagnostics: [...strays, ...twins, ...slugs, ...empty] };
}

type Stray = Omit<Diagnostic, 'file' | 'line' | 'column'>;

function classify(
  { name, type }: TreeItem,
  { locales, items }: { locales: readonly Locale[]; items: readonly TreeItem[] },
): { text?: TextFile; stray?: Stray } {
  const [locale = '', file, ...deeper] = name.split('/');
  if (type === 'link') return { stray: symbolicLink };
  if (type === 'folder') {
    if (!locales.includes(locale)) return { stray: strayFolder(locale, locales) };
    const isEmpty = !items.some((other) => other.name.startsWith(`${name}/`));
    return isEmpty && file !== undefined ? { stray: emptyFolder } : {};
  }
  const isText = type === 'file' && file?.endsWith('.md') === true && deeper.length === 0;
  if (!isText || !locales.includes(locale)) return { stray: strayFile(name, locales) };
  return { text: { name, locale, slug: file.replace(/\.md$/, '').normalize('NFC') } };
}

function atTop(stray: Stray, file: string): Diagnostic {
  return { file, line: 1, column: 1, ...stray };
}

const symbolicLink: Stray = {
  rule: 'import/symbolic-link',
  severity: 'warning',
  what: 'Symbolic link: not imported',
  why: 'It can lead outside the folder, to files that were not meant to be published.',
  fix: 'To import the file, put a copy of it here instead of the link.',
};

const emptyFolder: Stray = {
  rule: 'import/empty-folder',
  severity: 'warning',
  what: 'The folder is empty',
  why: 'There is nothing to import in it.',
  fix: 'Nothing to do, unless files are missing.',
};

function strayFolder(name: string, locales: readonly Locale[]): Stray {
  return {
    rule: 'import/stray-folder',
    severity: 'warning',
    what: `Unknown language folder \`${name}/\` (not imported)${suggest(name, locales)}`,
    why: 'Texts are imported from folders named by a language of the site.',
    fix: 'Nothing to do if it contains no texts. Otherwise rename it, or add the language to `locales` in site.yaml.',
  };
}

function strayFile(name: string, locales: readonly Locale[]): Stray {
  const forms = locales.map((locale) => `\`${locale}/<name>.md\``).join(' and ');
  const isText = name.endsWith('.md') && name.includes('/');
  return {
    rule: 'import/stray-file',
    severity: 'warning',
    what: `Not imported: texts are named ${forms}`,
    why: 'The name of the folder is the language of a text, and the file name becomes its address.',
    fix: isText
      ? 'If this is a text of an article, move it there and update the links to it.'
      : 'Nothing to do, unless readers should get this file: put pictures and downloads beside the text that uses them, and other files into `public/`.',
  };
}

/** Reports names that differ only in case or Unicode form: many file systems and hosts treat them as one. */
function findTwins(texts: readonly TextFile[], folder: string): Diagnostic[] {
  const groups = Map.groupBy(texts, ({ locale, slug }) => `${locale}/${foldName(slug)}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map((other): Diagnostic => ({
      file: `${folder}/${other.name}`,
      line: 1,
      column: 1,
      rule: 'import/twin',
      severity: 'error',
      what: `The name differs from \`${first?.name ?? ''}\` only in letter case or Unicode form`,
      why: 'Both would be the same article, and many file systems can’t hold both.',
      fix: 'Rename one of them, or merge their texts.',
    })),
  );
}

function wrongSlug({ name, slug }: TextFile, folder: string): Diagnostic {
  const better = toSlug(slug);
  return {
    file: `${folder}/${name}`,
    line: 1,
    column: 1,
    rule: 'import/slug',
    severity: 'error',
    what: `Unexpected file name \`${slug}.md\`, expected lowercase words joined by hyphens`,
    why: 'The file name becomes the article’s address, which people type and paste.',
    fix: `Rename the file${better === '' ? '' : ` to \`${better}.md\``}, in every language, and update the links to it.`,
  };
}

function noTexts(folder: string, locales: readonly Locale[]): Diagnostic {
  return {
    file: folder,
    line: 1,
    column: 1,
    rule: 'import/no-texts',
    severity: 'error',
    what: `No texts found, expected files such as ${locales.map((locale) => `\`${locale}/<name>.md\``).join(' and ')}`,
    why: 'There is nothing to import.',
    fix: 'Set `--from` to the folder that contains the language folders.',
  };
}

function findEmpty(texts: readonly TextFile[], folder: string, locales: readonly Locale[]): Diagnostic[] {
  return locales
    .filter((locale) => !texts.some((text) => text.locale === locale))
    .map((locale) => ({
      file: `${folder}/${locale}`,
      line: 1,
      column: 1,
      rule: 'import/empty-language',
      severity: 'warning',
      what: `No texts in ${localeToLabel(locale)} (\`${locale}/\`)`,
      why: 'Readers of that language will get every article in another language.',
      fix: 'Nothing to do if there are no such texts yet.',
    }));
}
