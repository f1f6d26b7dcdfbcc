import { stringify } from 'yaml';
import { localize, type Locale, type LocalizedText } from '../locale/index.ts';
import type { Topics } from '../model/index.ts';
import { addTopics } from './topics.ts';

/** The text of each settings file; `undefined` if it does not exist. */
export type SettingsTexts = Readonly<Record<'site' | 'topics' | 'glossary', string | undefined>>;

/** Returns the settings files after the import: existing ones stay, missing ones are created and topics are added. */
export function planSettings(
  { site, topics, glossary }: SettingsTexts,
  { locales, added }: { locales: readonly Locale[]; added: Topics },
): Readonly<Record<keyof SettingsTexts, string>> {
  return {
    site: site ?? writeSite(locales),
    topics: addTopics(topics ?? emptyTopics, added),
    glossary: glossary ?? emptyGlossary,
  };
}

/** Returns a `site.yaml` with placeholders for the site’s names and address. */
function writeSite(locales: readonly Locale[]): string {
  const inEach = (text: LocalizedText) =>
    Object.fromEntries(locales.map((locale) => [locale, localize(text, locale, ['en'])]));
  const name = stringify({
    name: inEach(defaultSiteTexts.name),
    description: inEach(defaultSiteTexts.description),
  });
  const author = stringify({ author: { name: localize(defaultSiteTexts.name, locales[0] ?? 'en', ['en']) } });
  return `# Created by an import: replace name, description and author with your own.
${name}${author}# Address of the site: scheme and host here, its folder in \`base\` (\`/\`, or for example \`/kb/\`).
origin: https://example.org
base: /
# Articles are published on their date in this time zone.
timezone: Asia/Seoul
# The first language is the default.
locales: [${locales.join(', ')}]
`;
}

const emptyTopics = '# Topics of articles. Front matter and addresses refer to a topic by its id.\n';
const emptyGlossary =
  '# Terms used in the articles, by id: their names in each language, other spellings that people search for, and definitions.\n';

/** Placeholders for the name and description of a new site. */
const defaultSiteTexts: Readonly<Record<'name' | 'description', LocalizedText>> = {
  name: { ko: '지식 창고', en: 'Knowledge base' },
  description: { ko: '여러 언어로 나란히 읽는 글', en: 'Articles to read side by side in each language' },
};
