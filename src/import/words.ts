import { localize, type Locale, type LocalizedText } from '../locale/index.ts';

/** The sentence that describes a topic until someone writes a better one. */
export function topicWords(locale: Locale, label: string): string {
  return localize({ ko: `‘${label}’ 주제의 글`, en: `Articles filed under “${label}”` }, locale, ['en']);
}

/** Name and description of a site until someone gives it better ones. */
export const siteWords: Readonly<Record<'name' | 'description', LocalizedText>> = {
  name: { ko: '지식 창고', en: 'Knowledge base' },
  description: { ko: '여러 언어로 나란히 읽는 글', en: 'Articles to read side by side in each language' },
};
