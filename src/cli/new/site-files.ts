import { stringify } from 'yaml';
import type { Locale } from '../../locale/index.ts';
import type { Site } from '../../model/index.ts';

/** The settings that a new site is asked for. */
export type NewSite = Pick<
  Site,
  'name' | 'description' | 'author' | 'origin' | 'base' | 'timezone' | 'locales'
>;

/** Returns the files of a new site, by path within its folder. */
export function listSiteFiles(site: NewSite): Record<string, string> {
  return {
    'site.yaml': writeSettings(site),
    'topics.yaml':
      '# The topics of articles, by id. The id is used in front matter and in addresses. `npm run new -- article` adds topics.\n',
    'glossary.yaml':
      '# Terms of the articles, by id: their names in each language, other spellings that people search for, and definitions.\n',
    ...Object.fromEntries(
      site.locales.map((locale) => [`pages/about/${locale}.md`, writeAbout(site, locale)]),
    ),
  };
}

function writeSettings({ name, description, author, origin, base, timezone, locales }: NewSite): string {
  const write = (value: object): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
  return `# Settings of the site. Text that readers see is given per language. docs/site.md describes all settings.
${write({ name, description, author })}# The address of the site: scheme and host in \`origin\`, the folder in \`base\` (\`/\`, or for example \`/kb/\`).
${write({ origin, base })}# The time zone that decides when a new day begins, and an article with that date is published.
${write({ timezone })}# The first is the default.
locales: [${locales.join(', ')}]
`;
}

/** Titles of the page about a site, and the line about its author. Other languages begin with the name of the site. */
const about: Readonly<Record<Locale, { title: string; author: (name: string) => string }>> = {
  ko: { title: '소개', author: (name) => `글쓴이: ${name}` },
  en: { title: 'About', author: (name) => `Written by ${name}.` },
};

function writeAbout({ name, description, author, locales }: NewSite, locale: Locale): string {
  const [source] = locales;
  const { title = name[locale] ?? '', author: byline = (writer: string) => writer } = about[locale] ?? {};
  const frontMatter = stringify({ title }, { lineWidth: 0 });
  const translates = locale === source ? '' : `translates: { from: ${source ?? ''} }\n`;
  return `---\n${frontMatter}${translates}---\n\n${escapeMarkdown(description[locale] ?? '')}\n\n${escapeMarkdown(byline(author.name))}\n`;
}

/** Escapes the characters of a plain text that Markdown would read as syntax. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~$&]|^(?:[-+]|\d+[.)])(?=\s)|^:/g, (mark) => mark.replace(/.$/, '\\$&'));
}
