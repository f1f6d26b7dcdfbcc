import { stringify } from 'yaml';
import { localize, type Locale, type LocalizedText } from '../locale/index.ts';
import type { Topics } from '../model/index.ts';
import { addTopics } from './topics.ts';
import { siteWords } from './words.ts';

/** The settings of the content, as text; none where a file is not there. */
export type SettingsTexts = Readonly<Record<'site' | 'topics' | 'glossary', string | undefined>>;

/** The settings as they are to be: what stands there stays, what is missing is made, and topics are added. */
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

/** A `site.yaml` for content that has none: its names and its address are to be changed by its owner. */
function writeSite(locales: readonly Locale[]): string {
  const inEach = (text: LocalizedText) =>
    Object.fromEntries(locales.map((locale) => [locale, localize(text, locale, ['en'])]));
  const name = stringify({ name: inEach(siteWords.name), description: inEach(siteWords.description) });
  const author = stringify({ author: { name: localize(siteWords.name, locales[0] ?? 'en', ['en']) } });
  return `# Made when texts were brought in: give the site its own name, description and author.
${name}${author}# Where the site will live: scheme and host here, a folder in \`base\` (\`/\`, or such as \`/kb/\`).
origin: https://example.org
base: /
# Decides which day it is when an article is due on a date.
timezone: Asia/Seoul
# The first is the default.
locales: [${locales.join(', ')}]
`;
}

const emptyTopics = '# What articles can be about: the id stands in front matter and in addresses.\n';
const emptyGlossary =
  '# Terms of the articles, by id: how each is written in each language, what else people type for it, and what it means.\n';
