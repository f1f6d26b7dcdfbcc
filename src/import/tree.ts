import { suggest, type Diagnostic } from '../diagnostics/index.ts';
import { localeToLabel, type Locale } from '../locale/index.ts';
import { foldName, slugPattern } from '../model/index.ts';
import type { TextName } from './address.ts';
import { toSlug } from './slug.ts';

/** Something below the folder that is brought in. What is in folders that are no language's need not be given. */
export interface FoundItem {
  /** Path from that folder, with `/`, as the disk spells it. */
  name: string;
  type: 'file' | 'folder' | 'link' | 'other';
}

/** A file to be read as a text. */
export interface FoundText extends TextName {
  /** Path from the folder, as the disk spells it. */
  name: string;
}

/** Which files of a folder are texts, and what is to be told of all else. Hidden files are passed over. */
export function sortTree(
  items: readonly FoundItem[],
  folder: string,
  locales: readonly Locale[],
): { texts: FoundText[]; diagnostics: Diagnostic[] } {
  const visible = items.filter(({ name }) => !name.split('/').some((part) => part.startsWith('.')));
  const sorted = visible.map((item) => ({ item, ...sortItem(item, { locales, items: visible }) }));
  const texts = sorted.flatMap(({ text }) => (text === undefined ? [] : [text]));
  const strays = sorted.flatMap(({ item, stray }) =>
    stray === undefined ? [] : [tell(stray, `${folder}/${item.name}`)],
  );
  const twins = findTwins(texts, folder);
  const slugs = texts.filter(({ slug }) => !slugPattern.test(slug)).map((text) => wrongSlug(text, folder));
  const empty = texts.length === 0 ? [noTexts(folder, locales)] : findEmpty(texts, folder, locales);
  return { texts, diagnostics: [...strays, ...twins, ...slugs, ...empty] };
}

type Stray = Omit<Diagnostic, 'file' | 'line' | 'column'>;

function sortItem(
  { name, type }: FoundItem,
  { locales, items }: { locales: readonly Locale[]; items: readonly FoundItem[] },
): { text?: FoundText; stray?: Stray } {
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

function tell(stray: Stray, file: string): Diagnostic {
  return { file, line: 1, column: 1, ...stray };
}

const symbolicLink: Stray = {
  rule: 'import/symbolic-link',
  severity: 'warning',
  what: 'Unexpected symbolic link: not followed',
  why: 'It may lead out of the folder, to what was not meant to be published.',
  fix: 'Put the file itself there if it is to be brought in.',
};

const emptyFolder: Stray = {
  rule: 'import/empty-folder',
  severity: 'warning',
  what: 'Unexpected empty folder',
  why: 'There is nothing to bring in.',
  fix: 'Nothing need be done, unless something should be in it.',
};

function strayFolder(name: string, locales: readonly Locale[]): Stray {
  return {
    rule: 'import/stray-folder',
    severity: 'warning',
    what: `Unexpected folder \`${name}/\`: nothing of it is brought in${suggest(name, locales)}`,
    why: 'Texts stand in a folder that is named by their language, and the site has no such language.',
    fix: 'Nothing need be done if it holds no texts; else rename it, or add the language to `locales` in site.yaml.',
  };
}

function strayFile(name: string, locales: readonly Locale[]): Stray {
  const forms = locales.map((locale) => `\`${locale}/<name>.md\``).join(' and ');
  const isText = name.endsWith('.md') && name.includes('/');
  return {
    rule: 'import/stray-file',
    severity: 'warning',
    what: `Unexpected file: not brought in, expected ${forms}`,
    why: 'A text is named by its language and its address, one level deep.',
    fix: isText
      ? 'Move it there if it is a text, and correct what leads to it.'
      : 'Nothing need be done, unless readers should have it: pictures and files to download go beside the text that they belong to, other files into `public/`, a licence into a text.',
  };
}

/** Names that many disks and hosts take for one. */
function findTwins(texts: readonly FoundText[], folder: string): Diagnostic[] {
  const groups = Map.groupBy(texts, ({ locale, slug }) => `${locale}/${foldName(slug)}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map((other): Diagnostic => ({
      file: `${folder}/${other.name}`,
      line: 1,
      column: 1,
      rule: 'import/twin',
      severity: 'error',
      what: `Unexpected second file for one address, expected a name that differs from \`${first?.name ?? ''}\` in more than case or Unicode form`,
      why: 'Both would be the same article, and many disks cannot hold both.',
      fix: 'Rename one of them, or put their texts together.',
    })),
  );
}

function wrongSlug({ name, slug }: FoundText, folder: string): Diagnostic {
  const better = toSlug(slug);
  return {
    file: `${folder}/${name}`,
    line: 1,
    column: 1,
    rule: 'import/slug',
    severity: 'error',
    what: `Unexpected file name \`${slug}.md\`, expected lowercase words joined by hyphens`,
    why: 'The name becomes the address of the article, which people type and paste.',
    fix: `Rename the file${better === '' ? '' : ` to \`${better}.md\``}, in every language, and correct what leads to it.`,
  };
}

function noTexts(folder: string, locales: readonly Locale[]): Diagnostic {
  return {
    file: folder,
    line: 1,
    column: 1,
    rule: 'import/no-texts',
    severity: 'error',
    what: `Missing texts, expected files such as ${locales.map((locale) => `\`${locale}/<name>.md\``).join(' and ')}`,
    why: 'There is nothing to bring in.',
    fix: 'Point `--from` at the folder that holds the folders of the languages.',
  };
}

function findEmpty(texts: readonly FoundText[], folder: string, locales: readonly Locale[]): Diagnostic[] {
  return locales
    .filter((locale) => !texts.some((text) => text.locale === locale))
    .map((locale) => ({
      file: `${folder}/${locale}`,
      line: 1,
      column: 1,
      rule: 'import/empty-language',
      severity: 'warning',
      what: `Missing texts in ${localeToLabel(locale)} (\`${locale}/\`)`,
      why: 'Readers of that language will be shown every article in another.',
      fix: 'Nothing need be done, if there are none yet.',
    }));
}
