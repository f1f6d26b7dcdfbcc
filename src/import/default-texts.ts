import { localize, type Locale, type LocalizedText } from '../locale/index.ts';

/** Returns the placeholder description of an imported topic. */
export function defaultTopicDescription(locale: Locale, label: string): string {
  return localize({ ko: `‘${label}’ 주제의 글`, en: `Articles filed under “${label}”` }, locale, ['en']);
}

/** Placeholders for the name and description of a new site. */
export const defaultSiteTexts: Readonly<Record<'name' | 'description', LocalizedText>> = {
  name: { ko: '지식 창고', en: 'Knowledge base' },
  description: { ko: '여러 언어로 나란히 읽는 글', en: 'Articles to read side by side in each language' },
};
